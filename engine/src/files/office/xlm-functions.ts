import type { FileSign } from '../file-reading.ts'

/** Functions of Excel 4.0 macros that reach outside or hide what is done (MS-XLS §2.5.198.4). */
const FUNCTIONS =
  /\b(EXEC|CALL|REGISTER(?:\.ID)?|FOPEN|FWRITE(?:LN)?|FORMULA(?:\.FILL)?|SET\.VALUE|RUN|GOTO|DELETE\.FILE|FILE\.DELETE|WORKBOOK\.HIDE|GET\.WORKSPACE|ON\.TIME|INITIATE|EXECUTE|SEND\.KEYS)[ \t]?\(/i
const ACTING = /^(?:EXEC|CALL|REGISTER|EXECUTE|INITIATE|FOPEN|FWRITE)/i
const SIGNS_MAX = 30

/** Signs of formulas of a macro sheet, those that act first; others only say what it is made of. */
export function readXlmFormulas(formulas: readonly string[]): FileSign[] {
  const acting: FileSign[] = []
  const names = new Set<string>()
  for (const formula of formulas) {
    const name = FUNCTIONS.exec(formula)?.[1]?.toUpperCase()
    if (name === undefined) continue
    if (ACTING.test(name)) acting.push({ kind: 'xlm-macro', excerpt: formula.slice(0, 300) })
    else names.add(name)
  }
  const others: FileSign[] =
    names.size === 0 ? [] : [{ kind: 'xlm-macro', excerpt: [...names].sort().join(', ') }]
  return [...acting.slice(0, SIGNS_MAX), ...others]
}

/** A name under which Excel runs a macro sheet by itself. */
export function isAutoName(name: string): boolean {
  return /^(?:_xlnm\.)?auto_?(?:open|close|activate|deactivate)/i.test(name.trim())
}
