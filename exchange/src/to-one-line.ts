/**
 * A value on one line, whatever it was made of: an attacker who writes a line end into a subject would otherwise
 * write lines of the warning (T65).
 */
export const toOneLine = (value: string): string =>
  value.replace(/[\s\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()
