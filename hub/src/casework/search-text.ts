/** A LIKE pattern that finds the text itself: the signs LIKE knows are taken as letters. */
export function toPattern(text: string): string {
  return `%${text.normalize('NFKC').replace(/[\\%_]/g, '\\$&')}%`
}
