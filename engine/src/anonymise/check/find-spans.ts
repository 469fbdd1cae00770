/**
 * Where a value stands, as it is or defanged; a pattern of STIX, and JSON around it, writes signs before an apostrophe. Signs that mean something in an expression lose their meaning, so that
 * a value of a stranger can neither match more than itself nor make the search slow.
 */
export function findSpans(text: string, value: string): readonly (readonly [number, number])[] {
  const written = value
    .replace(/[\\^$*+?()[\]{}|]/gu, '\\$&')
    .replace(/[.@]/gu, (mark) => `\\[?[${mark}]\\]?`)
    .replace(/'/gu, String.raw`\\{0,2}'`)
    .replace(/^http/iu, 'h(?:tt|xx)p')
  return [...text.matchAll(new RegExp(written, 'giu'))].map(
    (match) => [match.index, match.index + match[0].length] as const,
  )
}
