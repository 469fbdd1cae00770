import type { Artefact } from '../../evidence/artefact.ts'
import { defang } from '../../refang.ts'

const NAME_CHARS_MAX = 100

/**
 * A file's name for a sentence of ours: defanged, cut, and with control and direction characters
 * written out, so that they cannot rearrange the sentence.
 */
export function toVisibleName({ fileName, type }: Pick<Artefact, 'fileName' | 'type'>): string {
  const name = fileName === undefined || fileName === '' ? type : fileName
  return defang(toVisible(name).slice(0, NAME_CHARS_MAX))
}

/** Control and direction characters by their code. */
export function toVisible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}]/gu,
    (sign) => `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  )
}
