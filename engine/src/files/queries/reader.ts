import { isDdeFormula } from '../dde-formula.ts'
import type { FileReader, FileReading, FileSign } from '../file-reading.ts'
import { toFileLinks } from '../find-urls.ts'
import { readText } from '../read-text.ts'

const IQY_TYPE = 'text/x-ms-iqy'
const SLK_TYPE = 'application/x-sylk'
const CSV = /\.(?:csv|tsv)$/i
const SIGNS_MAX = 50

/** Text files that Excel turns into more: web queries (.iqy), symbolic links (.slk), tables with formulas (.csv). */
export const queries: FileReader = {
  format: 'queries',
  reads: (type, fileName) => type === IQY_TYPE || type === SLK_TYPE || CSV.test(fileName),
  read({ bytes, type }) {
    const text = readText(bytes)
    if (type === IQY_TYPE) return readWebQuery(text)
    return type === SLK_TYPE ? readSymbolicLink(text) : readTable(text)
  },
}

/** `WEB`, `1`, the address: Excel loads it and takes what comes for cells, formulas included. */
function readWebQuery(text: string): FileReading {
  const address = text.split(/\r?\n/, 4)[2]?.trim() ?? ''
  return {
    signs: [{ kind: 'web-query', excerpt: address }],
    links: address === '' ? [] : [{ url: address, kind: 'resource' }],
  }
}

/** Records of a SYLK file: `E` fields hold formulas, `NN;NAuto_open` a macro that runs by itself. */
function readSymbolicLink(text: string): FileReading {
  const signs: FileSign[] = []
  for (const line of text.split(/\r?\n/)) {
    if (signs.length >= SIGNS_MAX) break
    if (/^NN;NAuto_(?:open|close)/i.test(line) || /;E(?:EXEC|CALL|REGISTER|RUN)\(/i.test(line))
      signs.push({ kind: 'xlm-macro', excerpt: line })
    else if (isDdeFormula(line.replace(/^.{0,200}?;E/, '')))
      signs.push({ kind: 'dde', excerpt: line })
  }
  return { signs, links: toFileLinks(text) }
}

/** Cells that begin like a formula and start a program (DDE), or send cells to an address. */
function readTable(text: string): FileReading {
  const signs: FileSign[] = []
  for (const cell of text.split(/[\r\n,;\t]+/)) {
    if (signs.length >= SIGNS_MAX) break
    const bare = cell.replace(/^[\s"']+/, '')
    if (/^[=+\-@]/.test(bare) && isDdeFormula(bare)) signs.push({ kind: 'dde', excerpt: bare })
  }
  return { signs }
}
