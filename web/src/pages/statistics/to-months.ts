/** The months of a quarter's name without its year, for places where the year stands beside them. */
export function toMonths(words: string): string {
  return words.replace(/^\d{4}年| \d{4}$/, '')
}
