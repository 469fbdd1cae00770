/**
 * Whether a formula starts a program by DDE: `=cmd|' /c calc'!A0` names an application, a topic and
 * an item, also behind a harmless beginning such as `=2+5+`.
 */
export function isDdeFormula(formula: string): boolean {
  return PROGRAM.test(formula)
}

const PROGRAM =
  /(?:^|[=+\-@(,*/&;])\s?(?:cmd|msexcel|mshta|powershell|rundll32|regsvr32|wscript|cscript|certutil)(?:[\w.\\]{0,200}|\s)\|/i
