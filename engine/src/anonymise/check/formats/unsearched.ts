import type { Bilingual } from '../../../bilingual.ts'
import type { DocumentPlace } from './document-place.ts'

/** Why something could not be searched. It is then refused: nobody can say what is in it. */
export const UNSEARCHED_REASONS = {
  'unknown-format': { ja: '読み方の分からない形式です', en: 'no known format' },
  encrypted: { ja: '暗号化されています', en: 'encrypted' },
  damaged: { ja: '壊れているか、途中で切れています', en: 'damaged or cut off' },
  'too-large': { ja: '大きすぎて、終わりまで読めません', en: 'too large to be read to its end' },
  'too-deep': { ja: '入れ子が深すぎます', en: 'nested too deeply' },
  'too-many-parts': { ja: '部品が多すぎます', en: 'too many parts' },
  unsupported: {
    ja: '開けない圧縮・符号化です',
    en: 'a compression or coding that cannot be opened',
  },
  entities: { ja: '実体を独自に定義しています', en: 'defines entities of its own' },
} as const satisfies Record<string, Bilingual>

export type UnsearchedReason = keyof typeof UNSEARCHED_REASONS

/** Something that stayed closed, and where. */
export interface Unsearched {
  readonly place: DocumentPlace
  readonly reason: UnsearchedReason
}
