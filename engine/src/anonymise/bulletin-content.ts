import type { Bilingual } from '../bilingual.ts'
import type { Indicator } from '../evidence/artefact.ts'
import type { LookalikeEdit } from '../techniques/technique.ts'

/** Traffic Light Protocol 2.0 without its prefix, strictest first. */
export const TLP_LABELS = ['RED', 'AMBER+STRICT', 'AMBER', 'GREEN', 'CLEAR'] as const
export type Tlp = (typeof TLP_LABELS)[number]

/** The shareable item (SPEC S-1): built from an allow-list, the same in every format. */
export interface BulletinContent {
  readonly title: Bilingual
  /** Paragraphs. */
  readonly summary: { readonly ja: readonly string[]; readonly en: readonly string[] }
  /** SPEC K-1 value. */
  readonly classification: string
  /** A third of a month, such as 2026年10月中旬. */
  readonly arrivedPeriod: Bilingual
  readonly techniques: readonly BulletinTechnique[]
  /** Invented pairs with the edits that were seen. */
  readonly lookalikes: readonly BulletinLookalike[]
  readonly indicators: readonly BulletinIndicator[]
  readonly advice: readonly Bilingual[]
  /** Kinds of facts that were left out, see `OMITTED_KINDS`. */
  readonly omitted: readonly string[]
  readonly tlp: Tlp
}

export interface BulletinTechnique {
  readonly id: string
  readonly title: Bilingual
  readonly say: Bilingual
  /** MITRE ATT&CK ids. */
  readonly attack: readonly string[]
}

export interface BulletinLookalike {
  readonly genuine: string
  readonly observed: string
  readonly edits: readonly LookalikeEdit[]
}

export interface BulletinIndicator {
  readonly type: Indicator['type']
  /** Refanged. With `isPattern`, `****` and `{token}` stand for what was left out. */
  readonly value: string
  readonly context: string
  readonly isPattern?: boolean
  /** Technique that names it, where one does. */
  readonly technique?: string
  /** Days in Japan, `YYYY-MM-DD`, from and until which it was seen; nothing finer leaves the hub (T13). */
  readonly firstOn?: string
  readonly lastOn?: string
}

/** Values of `BulletinContent.omitted`. */
export const OMITTED_KINDS = [
  'names',
  'amounts',
  'exact-times',
  'recipient-records',
  'quoted-mail',
  'attachments',
  'file-hashes',
  'invoice-numbers',
  'identifying-domains',
  'url-tokens',
  'loaded-links',
  'more-links',
] as const
export type OmittedKind = (typeof OMITTED_KINDS)[number]
