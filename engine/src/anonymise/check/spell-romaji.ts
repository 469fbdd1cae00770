/** Hepburn spelling of each kana; combinations are built from the い column and a small や, ゆ, よ. */
const HEPBURN =
  'あa いi うu えe おo かka きki くku けke こko さsa しshi すsu せse そso たta ちchi つtsu てte とto なna にni ぬnu ねne のno ' +
  'はha ひhi ふfu へhe ほho まma みmi むmu めme もmo やya ゆyu よyo らra りri るru れre ろro わwa ゐi ゑe をo んn がga ぎgi ぐgu ' +
  'げge ごgo ざza じji ずzu ぜze ぞzo だda ぢji づzu でde どdo ばba びbi ぶbu べbe ぼbo ぱpa ぴpi ぷpu ぺpe ぽpo ゔvu ぁa ぃi ぅu ぇe ぉo'

const SYLLABLES: ReadonlyMap<string, string> = new Map(
  HEPBURN.split(' ').map((entry) => [entry.slice(0, 1), entry.slice(1)]),
)
const GLIDES: Readonly<Record<string, string>> = { ゃ: 'ya', ゅ: 'yu', ょ: 'yo' }

/** Hepburn with every vowel written out (さとう → satou); undefined when there is anything but kana. */
export function spellKana(kana: string): string | undefined {
  let romaji = ''
  let isDoubled = false
  for (const letter of toHiragana(kana)) {
    const glide = GLIDES[letter]
    const syllable = SYLLABLES.get(letter)
    if (letter === 'っ') isDoubled = true
    else if (letter === 'ー') romaji += romaji.slice(-1)
    else if (glide !== undefined) romaji = joinGlide(romaji, glide)
    else if (syllable === undefined) return undefined
    else {
      romaji += isDoubled
        ? (syllable.startsWith('ch') ? 't' : (syllable[0] ?? '')) + syllable
        : syllable
      isDoubled = false
    }
  }
  return romaji === '' ? undefined : romaji
}

function toHiragana(kana: string): string {
  return kana
    .normalize('NFKC')
    .replace(/[\s・･]/gu, '')
    .replace(/[ァ-ヶ]/gu, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60))
}

function joinGlide(romaji: string, glide: string): string {
  const stem = romaji.endsWith('i') ? romaji.slice(0, -1) : romaji
  return /(?:sh|ch|j)$/u.test(stem) ? stem + glide.slice(1) : stem + glide
}

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

/** The ways one romanised word is written: Hepburn and Kunrei, long vowels long, short or with h. */
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
  const spelt = [...forms]
  for (const form of spelt) {
    forms.add(KUNREI.reduce((text, [hepburn, kunrei]) => text.replace(hepburn, kunrei), form))
    forms.add(form.replace(/n(?=[bmp])/gu, 'm'))
    forms.add(toHepburn(form))
  }
  return [...forms]
}

function toHepburn(word: string): string {
  return word
    .replace(/sy(?=[auo])/gu, 'sh')
    .replace(/ty(?=[auo])/gu, 'ch')
    .replace(/zy(?=[auo])/gu, 'j')
    .replace(/si/gu, 'shi')
    .replace(/ti/gu, 'chi')
    .replace(/tu/gu, 'tsu')
    .replace(/zi/gu, 'ji')
    .replace(/(?<![sc])hu/gu, 'fu')
}
