import { KANJI_FORMS } from './kanji-forms.ts'

/**
 * Homoglyphs of Latin letters, written as runs: the first letter is the one meant, the rest are taken for it
 * (the pairs of Unicode UTS #39 confusables that mail programs show alike).
 */
const RUNS =
  'aаɑαᴀ bЬвƄʙβ cсϲᴄⅽ dԁđᴅⅾ eеєεҽᴇ fғƒꜰſ gɡԍɢց hһнʜհ iіıιɩɪ jјϳᴊ kкκᴋ lӏłʟⅼ mмᴍⅿ nпηոɴ oоοσօøɵᴏ pрρᴘ qԛզ rгʀ sѕꜱ tтτŧᴛ ' +
  'uυцʋսᴜ vѵνᴠ wԝѡωшᴡ xхχ yуγʏү zᴢ'

const toRun = (run: string): readonly (readonly [string, string])[] => {
  const [meant = '', ...taken] = [...run]
  return taken.map((letter) => [letter.toLowerCase(), meant])
}

/** Every letter that is read as another. */
export const SAME_LETTER: ReadonlyMap<string, string> = new Map([
  ...RUNS.split(' ').flatMap(toRun),
  ...KANJI_FORMS,
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
])

/** First code points of alphabets that normalisation leaves alone: white on black, and letters of flags. */
const ALPHABETS = [0x1f150, 0x1f170, 0x1f1e6] as const

/** The letter inside a coloured disc, square or flag. */
export function toPlainLetter(written: string): string | undefined {
  const code = written.codePointAt(0) ?? 0
  const first = ALPHABETS.find((start) => code >= start && code < start + 26)
  return first === undefined ? undefined : String.fromCharCode(0x61 + code - first)
}
