import { KANJI_SURNAMES, LATIN_SURNAMES } from '../redact/common-beginnings.ts'
import { findPersonal } from '../redact/find-personal.ts'
import type { Found } from './find-organisation-like.ts'

/** The line after a closing formula is a name. */
const SIGNED =
  /(?:^|\n)(?:(?:kind |best |warm )?regards|sincerely(?: yours)?|yours (?:sincerely|truly|faithfully)|敬具|以上)[,、。.]?\s{0,4}\n\s{0,4}([\p{L}][^\n]{1,40})/giu

/** Frequent surnames where a name stands: before a particle or a given name, not inside a longer word. */
const SURNAME = new RegExp(
  String.raw`(?<![\p{Script=Han}々])(?:${KANJI_SURNAMES.join('|')})(?:[ 　][\p{Script=Han}々]{1,3})?(?=[がはをにとのもへ、。,.」）)\s]|から|より|宛|$)`,
  'gu',
)

/** The same in Latin letters beside a given name, in either order. */
const LATIN_PAIR = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:\p{Lu}\p{Ll}{1,15}[ ,]{1,2}(?:${toAnyCase(LATIN_SURNAMES)})|(?:${toAnyCase(LATIN_SURNAMES)})[ ,]{1,2}\p{Lu}\p{Ll}{1,15})(?![\p{L}\p{N}])`,
  'gu',
)

/** As in `Sato` and `SATO`. */
function toAnyCase(surnames: readonly string[]): string {
  return surnames
    .flatMap((surname) => [
      `${surname.charAt(0).toUpperCase()}${surname.slice(1)}`,
      surname.toUpperCase(),
    ])
    .join('|')
}

/** Names by their title, by their place under a letter, and by being a frequent surname. */
export function findPersonLike(text: string): readonly Found[] {
  return [
    ...findPersonal(text)
      .filter(({ kind }) => kind === 'person')
      .map(({ start, end }) => ({ start, value: text.slice(start, end) })),
    ...[...text.matchAll(SIGNED)].flatMap(({ 0: whole, 1: name = '', index }) => ({
      start: index + whole.length - name.length,
      value: name.trim(),
    })),
    ...[SURNAME, LATIN_PAIR].flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ 0: value, index }) => ({ start: index, value })),
    ),
  ]
}
