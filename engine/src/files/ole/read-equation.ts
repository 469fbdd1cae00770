import type { FileSign } from '../file-reading.ts'

/** Class identifiers of Equation Editor 2 and 3. */
const EQUATION_CLASSES: ReadonlySet<string> = new Set([
  '0002CE02-0000-0000-C000-000000000046',
  '00021700-0000-0000-C000-000000000046',
])

export function isEquationClass(classId: string): boolean {
  return EQUATION_CLASSES.has(classId)
}

/** Header of the stream, then that of the equation (MTEF 3). */
const STREAM_HEADER_BYTES = 28
const FONT_RECORD = 8
/** The editor's buffer for a font name; what is longer overwrites the return address (CVE-2017-11882). */
const FONT_NAME_BYTES_MAX = 36
const SEARCH_BYTES = 2_000

/**
 * What an equation's stream looks like. Any equation asks Word to start a program that was given up
 * in 2018; one whose font name is far too long, or holds a command, is an attack.
 */
export function readEquation(stream: Buffer): FileSign {
  const head = stream.subarray(0, SEARCH_BYTES)
  const command =
    /(?:cmd|mshta|powershell|rundll32|certutil|wscript|regsvr32|https?:)[\x20-\x7e]{0,100}/i.exec(
      head.toString('latin1'),
    )?.[0]
  if (command !== undefined)
    return { kind: 'equation-object', excerpt: `command in the equation: ${command}` }
  const overlong = findLongFont(head)
  return overlong === undefined
    ? { kind: 'equation-object', excerpt: 'Equation Editor object' }
    : {
        kind: 'equation-object',
        excerpt: `font name of ${overlong} bytes, more than Equation Editor has room for`,
      }
}

/** A font record is tag, typeface, style and a name that ends in zero. */
function findLongFont(stream: Buffer): number | undefined {
  for (let at = STREAM_HEADER_BYTES; at + 3 < stream.length && at < 200; at++) {
    if (stream[at] !== FONT_RECORD) continue
    const zero = stream.indexOf(0, at + 3)
    const length = (zero < 0 ? stream.length : zero) - (at + 3)
    if (length > FONT_NAME_BYTES_MAX) return length
  }
  return undefined
}
