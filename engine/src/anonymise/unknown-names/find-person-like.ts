import { KANJI_SURNAMES, LATIN_SURNAMES } from '../redact/common-beginnings.ts'
import { findPersonal } from '../redact/find-personal.ts'
import { isGiven } from '../redact/widen-names.ts'
import { findJapaneseNames, findKnownGiven } from './find-japanese-names.ts'
import type { Found } from './find-organisation-like.ts'
import { findTransliterated } from './find-transliterated.ts'

/** The line after a closing formula is a name. */
const SIGNED =
  /(?:^|\n)(?:(?:kind |best |warm )?regards|sincerely(?: yours)?|yours (?:sincerely|truly|faithfully)|敬具|以上)[,、。.]?\s{0,4}\n\s{0,4}([\p{L}][^\n]{1,40})/giu

/** Frequent surnames where a name stands: before a particle or a given name, not inside a longer word. */
const SURNAME = new RegExp(
  String.raw`(?<![\p{Script=Han}々])(?:${KANJI_SURNAMES.join('|')})(?:[ 　](?!様|殿|氏|先生|部長|課長|社長|専務|常務|取締役|主任|係長|御中)[\p{Script=Han}々]{1,3})?(?=[がはをにとのもへ、。,.」）)\s]|から|より|宛|$)`,
  'gu',
)

/** Japanese given names in Latin letters: whoever bears one has a surname, listed or not. */
const LATIN_GIVEN =
  'akihiro akiko akira atsushi ayaka ayako ayumi chihiro daisuke eiji emiko fumiko fumio haruka haruki hideki hideo hiroaki hiroki ' +
  'hiroko hiroshi hiroyuki hisashi ichiro junichi junko kaori katsumi kazuhiro kazuko kazuo kazuya keiichi keiko keisuke keita kenichi ' +
  'kenji kenta koichi koji kumiko kyoko makoto mariko masaaki masahiro masako masao masaru masashi masato masayuki mayumi megumi michiko ' +
  'mitsuo miyuki nanako naoki naoko naomi naoto natsuki natsuko nobuo nobuko nobuyuki noriko osamu reiko ryoko ryota ryuichi satoru satoshi ' +
  'sayaka seiji shigeru shinichi shinji shinya shota shoichi shunsuke sumiko susumu tadashi takahiro takako takashi takayuki takeshi takuya ' +
  'taro tatsuya tetsuya tomohiro tomoko tomoyuki toru toshiaki toshiko toshio tsutomu tsuyoshi yasuhiro yasuko yasuo yoichi yoko yoshihiro ' +
  'yoshiko yoshio yuichi yuji yukari yukiko yukio yumiko yusuke yutaka'
const LATIN_WORDS: readonly string[] = [...LATIN_SURNAMES, ...LATIN_GIVEN.split(' ')]

/** The same in Latin letters beside a given name, in either order. */
const LATIN_PAIR = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:\p{Lu}\p{Ll}{1,15}[ ,_.-]{1,2}(?:${toAnyCase(LATIN_WORDS)})|(?:${toAnyCase(LATIN_WORDS)})[ ,_.-]{1,2}\p{Lu}\p{Ll}{1,15})(?![\p{L}\p{N}])`,
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

/**
 * Names by their title, by their place under a letter, by a frequent surname, and by a given name: one that is made as
 * given names are, or one of `givenNames`, which somebody known bears.
 */
export function findPersonLike(text: string, givenNames: ReadonlySet<string>): readonly Found[] {
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
    ...findJapaneseNames(text),
    ...findKnownGiven(text, givenNames),
    ...findTransliterated(text),
    ...findCalled(text),
  ]
}

/** Who is called by a given name as a line begins: `Yoshie, quick task`. */
const findCalled = (line: string): readonly Found[] =>
  [...line.matchAll(CALLED)]
    .filter(({ 1: name = '' }) => isGiven(name))
    .map(({ 0: whole, 1: name = '' }) => ({ start: whole.length - name.length, value: name }))
const CALLED = /^(?:(?:R[Ee]|F[Ww][Dd]?): ?){0,3}([A-Z][a-z]{3,13})(?=, )/gu
