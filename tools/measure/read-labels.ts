import { readFileSync } from 'node:fs'

/** What people and reference scripts said of one mail. */
export interface LabelledMail {
  readonly sha256: string
  /** What the mail is after, as one reader judged. */
  readonly intent: string
  /** Column to whether it was marked, method in brackets left out. */
  readonly marks: ReadonlyMap<string, boolean>
}

/** Reads a label table: a header line, one mail a line, no quoted cells. */
export function readLabels(file: string): readonly LabelledMail[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/)
  const columns = head.split(',').map((column) => column.replace(/\(.*\)$/, ''))
  return lines.map((line) => {
    const cells = line.split(',')
    const byColumn = new Map(columns.map((column, at) => [column, cells[at] ?? '']))
    return {
      sha256: byColumn.get('sha256') ?? '',
      intent: byColumn.get('intent') ?? '',
      marks: new Map([...byColumn].map(([column, cell]) => [column, cell === '1'])),
    }
  })
}
