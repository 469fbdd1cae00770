import { COMMON_WORDS } from './common-words.ts'
import { EVERYDAY_NAMES } from './ordinary-names.ts'
import { SYLLABLES } from './spell-romaji.ts'
import { LATIN_TRADE_WORDS } from './trade-words.ts'

/** What a domain calls its owner: `kannami valve` of kannami-valve.example. */
export interface LabelName {
  /** From the first word that names somebody, parted as a name is. */
  readonly text: string
  /** The word is Japanese as it is read, which no other text holds by chance. */
  readonly isReading: boolean
}

/** Fewer letters are a piece of other words. */
const WORD_MIN = 5
/** Shorter trades end other words. */
const TRADE_MIN = 4

/** The label of a domain as the name it is, where a word of it names somebody. */
export function toLabelName(label: string): LabelName | undefined {
  const words = label.toLowerCase().split('-').flatMap(partTrade)
  const at = words.findIndex(isNaming)
  const first = words[at]
  if (first === undefined) return undefined
  return { text: words.slice(at).join(' '), isReading: isReading(first) }
}

const isNaming = (word: string): boolean =>
  word.length >= WORD_MIN &&
  /^[a-z]+$/u.test(word) &&
  !COMMON_WORDS.has(word) &&
  !EVERYDAY_NAMES.has(word) &&
  !LATIN_TRADE_WORDS.has(word)

/** `kannamivalve` ends with a trade. */
function partTrade(word: string): readonly string[] {
  for (let at = WORD_MIN; at <= word.length - TRADE_MIN; at += 1) {
    const [name, trade] = [word.slice(0, at), word.slice(at)]
    if (LATIN_TRADE_WORDS.has(trade) && isNaming(name)) return [name, trade]
  }
  return [word]
}

/** Sounds of the kana, with glides and with what stands before a doubled sound. */
const SOUNDS: ReadonlySet<string> = new Set([
  ...SYLLABLES.values(),
  ...'k g n h b p m r'.split(' ').flatMap((row) => [`${row}ya`, `${row}yu`, `${row}yo`]),
  ...'sh ch j'.split(' ').flatMap((row) => [`${row}a`, `${row}u`, `${row}o`]),
])
const SOUND_MAX = 3

/** English words that can be read as kana. */
const ENGLISH: ReadonlySet<string> = new Set(
  (
    'abuse again agenda amazon anime antenna anyone arise assume assure automate aware banana began begin begun ' +
    'beware bureau button chain change china choke choose chose chosen daemon damage database debate demise dense ' +
    'domain dominate donate dozen emoji engage engine ensure entourage episode estate europe gazette generate genie ' +
    'genome genre genuine gotten guarantee guide happen herein heroin homepage horizon house image imagine imitate ' +
    'intake intense issue iterate karaoke korea machine maintain manage mandate marine maroon mason measure metadata ' +
    'migration minute misuse mobile moderate mosaic mountain mouse namesake noise nominee nonsense opera operate ' +
    'opinion oppose orange origin outage ozone paste pause penguin piano pirate potato raise range reason reassure ' +
    'rebate refuge regain regime region remain remake rename rescue restore resume retain reuse robin rogue romance ' +
    'rotate route runtime sausage season seize senate sense separate shade shake shame shape shareware shine shore ' +
    'someone storage suede suite sunshine suppose taken taste teenage tenure token tomato tomorrow union unite unseen ' +
    'unsure usage warehouse waste woman women'
  ).split(' '),
)

function isReading(word: string): boolean {
  if (ENGLISH.has(word)) return false
  let at = 0
  while (at < word.length) {
    const length = soundAt(word, at)
    if (length === 0) return false
    at += length
  }
  return true
}

/** How many letters the sound that begins here has; of a doubled consonant the first is one. */
function soundAt(word: string, at: number): number {
  for (let length = SOUND_MAX; length > 0; length -= 1) {
    if (at + length <= word.length && SOUNDS.has(word.slice(at, at + length))) return length
  }
  const [letter = '', next] = word.slice(at)
  return 'kstp'.includes(letter) && (next === letter || (letter === 't' && next === 'c')) ? 1 : 0
}
