/** What a code point is to the character before it. */
const BASE = 1
const MARK = 2
const INVISIBLE = 3
type Part = typeof BASE | typeof MARK | typeof INVISIBLE

/** Voicing marks of half width, accents, enclosing marks. */
const MARKS = /^[ﾞﾟ\p{Mn}\p{Me}]/u
/** Characters that show nothing: format controls, and the fillers of Hangul, which count as letters (UTS #39). */
const INVISIBLES = /^[\p{Cf}\u115f\u1160\u3164\uffa0]/u

/** More marks on one character are drawn to be expensive and belong to none. */
const MARKS_MAX = 8

/** Parts of the basic plane, filled as met. */
const parts = new Uint8Array(0x10000)

function partOf(code: number): Part {
  if (code > 0xffff) return readPart(code)
  const known = parts[code]
  if (known === BASE || known === MARK || known === INVISIBLE) return known
  const part = readPart(code)
  parts[code] = part
  return part
}

function readPart(code: number): Part {
  const written = String.fromCodePoint(code)
  if (MARKS.test(written)) return MARK
  return INVISIBLES.test(written) ? INVISIBLE : BASE
}

const sizeOf = (code: number): number => (code > 0xffff ? 2 : 1)

/**
 * Calls `take` for each character with its voicing marks and accents; invisible ones belong to the one before.
 * `code` is that of the character itself, and `isBare` says that nothing seen was put on it.
 */
export function splitCharacters(
  text: string,
  take: (code: number, start: number, end: number, isBare: boolean) => void,
): void {
  let start = 0
  while (start < text.length) {
    const code = text.codePointAt(start) ?? 0
    let end = start + sizeOf(code)
    if (partOf(code) === BASE) {
      let isBare = true
      for (let marks = 0; marks < MARKS_MAX && end < text.length; marks += 1) {
        const next = text.codePointAt(end) ?? 0
        const part = partOf(next)
        if (part === BASE) break
        if (part === MARK) isBare = false
        end += sizeOf(next)
      }
      take(code, start, end, isBare)
    }
    start = end
  }
}

/** A character as it is seen. */
export const withoutInvisible = (written: string): string =>
  [...written].filter((one) => partOf(one.codePointAt(0) ?? 0) !== INVISIBLE).join('')
