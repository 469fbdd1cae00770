/**
 * Where a value stands, as it is or defanged. Signs that mean something in an expression lose their meaning, so that
 * a value of a stranger can neither match more than itself nor make the search slow.
 */
export function findSpans(text: string, value: string): readonly (readonly [number, number])[] {
  const written = value
    .replace(/[\\^$*+?()[\]{}|]/gu, '\\$&')
    .replace(/[.@]/gu, (mark) => `\\[?[${mark}]\\]?`)
    .replace(/^http/iu, 'h(?:tt|xx)p')
  return [...text.matchAll(new RegExp(written, 'giu'))].map(
    (match) => [match.index, match.index + match[0].length] as const,
  )
}
