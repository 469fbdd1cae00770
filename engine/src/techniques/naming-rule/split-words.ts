/** Longest name that is taken apart; local parts end at 64 characters (RFC 5321 §4.5.3.1.1). */
const NAME_CHARS_MAX = 64
const WORD_CHARS_MAX = 20

/**
 * The words of a local part or a label: cut at signs and digits, and where it is written in one, into
 * known words without remainder. Undefined when something is left over.
 */
export function splitWords(name: string, known: (word: string) => boolean): string[] | undefined {
  const words: string[] = []
  for (const run of name
    .slice(0, NAME_CHARS_MAX)
    .toLowerCase()
    .split(/[^a-z]+/)) {
    if (run === '') continue
    const cut = known(run) ? [run] : cutRun(run, known)
    if (cut === undefined) return undefined
    words.push(...cut)
  }
  return words
}

/** "securejupiter" into "secure" and "jupiter": the longest known beginning first. */
function cutRun(run: string, known: (word: string) => boolean): string[] | undefined {
  const failed = new Set<number>()
  const cutFrom = (start: number): string[] | undefined => {
    if (start === run.length) return []
    if (failed.has(start)) return undefined
    for (let end = Math.min(run.length, start + WORD_CHARS_MAX); end >= start + 2; end--) {
      const rest = known(run.slice(start, end)) ? cutFrom(end) : undefined
      if (rest !== undefined) return [run.slice(start, end), ...rest]
    }
    failed.add(start)
    return undefined
  }
  return cutFrom(0)
}
