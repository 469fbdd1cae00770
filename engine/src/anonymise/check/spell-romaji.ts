/** Hepburn spelling of each kana; combinations are built from the い column and a small や, ゆ, よ. */
const HEPBURN =
  'あa いi うu えe おo かka きki くku けke こko さsa しshi すsu せse そso たta ちchi つtsu てte とto なna にni ぬnu ねne のno ' +
  'はha ひhi ふfu へhe ほho まma みmi むmu めme もmo やya ゆyu よyo らra りri るru れre ろro わwa ゐi ゑe をo んn がga ぎgi ぐgu ' +
  'げge ごgo ざza じji ずzu ぜze ぞzo だda ぢji づzu でde どdo ばba びbi ぶbu べbe ぼbo ぱpa ぴpi ぷpu ぺpe ぽpo ゔvu ' +
  'ぁa ぃi ぅu ぇe ぉo ゃya ゅyu ょyo ゎwa ゕka ゖke'

/** Spelling of one kana, given as hiragana. っ and ー are heard only in what follows or stands before. */
export const SYLLABLES: ReadonlyMap<string, string> = new Map(
  HEPBURN.split(' ').map((entry) => [entry.slice(0, 1), entry.slice(1)]),
)

const KUNREI: readonly (readonly [RegExp, string])[] = [
  [/sh(?=[auo])/gu, 'sy'],
  [/ch(?=[auo])/gu, 'ty'],
  [/j(?=[auo])/gu, 'zy'],
  [/shi/gu, 'si'],
  [/chi/gu, 'ti'],
  [/tsu/gu, 'tu'],
  [/ji/gu, 'zi'],
  [/fu/gu, 'hu'],
]

/**
 * The ways one short romanised word is written: Hepburn and Kunrei, long vowels long, short or with h.
 * Names too short to be compared by their sound (おの: Ono, Ohno, Oono) are searched in these.
 */
export function spellRomaji(word: string): readonly string[] {
  const lower = word
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
  if (!/^[a-z]{2,40}$/u.test(lower)) return [lower]
  const short = lower.replace(/o[uh](?![aeiou])/gu, 'o').replace(/([aeiou])\1/gu, '$1')
  const forms = new Set([lower, short])
  if (short.endsWith('o')) {
    forms.add(`${short}u`).add(`${short}h`).add(`${short}o`)
  }
  if (short.startsWith('o')) {
    forms.add(`o${short}`).add(`oh${short.slice(1)}`)
  }
  for (const form of [...forms]) {
    forms.add(KUNREI.reduce((text, [hepburn, kunrei]) => text.replace(hepburn, kunrei), form))
    forms.add(form.replace(/n(?=[bmp])/gu, 'm'))
  }
  return [...forms]
}
