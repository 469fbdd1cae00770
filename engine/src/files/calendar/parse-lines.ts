import { limits } from '../../limits.ts'

/** One property of a calendar or a card (RFC 5545 §3.1, RFC 6350 §3.3). */
export interface ContentLine {
  /** In upper case, without the group that cards may put before it. */
  readonly name: string
  readonly parameters: ReadonlyMap<string, string>
  readonly value: string
}

const LINES_MAX = 20_000
const TEXT_CHARS_MAX = limits.fileTextCharsMax * 5
const LINE =
  /^(?:[\w-]{1,60}\.)?([A-Za-z0-9-]{1,60})((?:;[^:"]{0,500}(?:"[^"]{0,500}"[^:"]{0,500}){0,10}){0,1}):(.*)$/s

/** The properties in order; folded lines are joined first. */
export function parseContentLines(text: string): readonly ContentLine[] {
  const unfolded = text.slice(0, TEXT_CHARS_MAX).replace(/\r?\n[ \t]/g, '')
  return unfolded.split(/\r\n|\n|\r/, LINES_MAX).flatMap((line) => {
    const [, name, parameters = '', value = ''] = LINE.exec(line) ?? []
    if (name === undefined) return []
    return [{ name: name.toUpperCase(), parameters: parseParameters(parameters), value }]
  })
}

/** Whether properties stand behind what is read. */
export function isOverLong(text: string): boolean {
  return text.length > TEXT_CHARS_MAX || text.split(/\r\n|\n|\r/, LINES_MAX + 1).length > LINES_MAX
}

function parseParameters(text: string): ReadonlyMap<string, string> {
  const pairs = text.matchAll(/;([\w-]{1,60})=("[^"]{0,500}"|[^;"]{0,500})/g)
  return new Map(
    Array.from(pairs, ([, name = '', value = '']) => [
      name.toUpperCase(),
      value.replace(/^"|"$/g, ''),
    ]),
  )
}

/** A text value: `\n`, `\,` and `\;` stand for what they show (RFC 5545 §3.3.11). */
export function toPlainText(value: string): string {
  return value.replace(/\\([nN,;:\\])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign))
}
