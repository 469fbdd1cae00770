/** Scripts whose letters are taken for Latin ones, the first that fits. */
const SCRIPTS = [
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['greek', /\p{Script=Greek}/u],
  ['armenian', /\p{Script=Armenian}/u],
  ['full-width', /[\uff01-\uff5e]/u],
  ['kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['han', /\p{Script=Han}/u],
  ['accented', /[\u00c0-\u024f\u1e00-\u1eff]/u],
] as const
export type Script = (typeof SCRIPTS)[number][0]

/** The script of letters that only look Latin; undefined for plain Latin letters and digits. */
export function findScript(letters: string): Script | undefined {
  return SCRIPTS.find(([, fits]) => fits.test(letters))?.[0]
}
