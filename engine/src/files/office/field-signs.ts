import type { FileLink, FileSign } from '../file-reading.ts'
import { placeOfTarget } from './remote-target.ts'

export interface FieldReading {
  readonly signs: readonly FileSign[]
  readonly links: readonly FileLink[]
}

/** What the fields of a Word document do when it is opened or clicked (ECMA-376-1 §17.16.5). */
export function readFieldSigns(instructions: readonly string[]): FieldReading {
  const signs: FileSign[] = []
  const links: FileLink[] = []
  for (const instruction of instructions) {
    const name = /^\\?([a-z]+)/i.exec(instruction)?.[1]?.toUpperCase() ?? ''
    const excerpt = instruction
    if (name === 'DDE' || name === 'DDEAUTO') signs.push({ kind: 'dde', excerpt })
    const target = findTarget(name, instruction)
    const place = target === undefined ? 'local' : placeOfTarget(target)
    if (target === undefined || place === 'local') continue
    const kind = LOADS.get(name)
    if (kind === undefined || place === 'protocol' || (kind === 'resource' && place === 'web'))
      signs.push({ kind: 'external-link', excerpt })
    if (place === 'web') links.push({ url: target, kind: kind ?? 'document' })
  }
  return { signs: signs.filter((sign) => !isPlainLink(sign)), links }
}

/** Fields with a target, and what kind of link it is; a hyperlink waits for a click. */
const LOADS: ReadonlyMap<string, FileLink['kind']> = new Map([
  ['HYPERLINK', 'document'],
  ['INCLUDEPICTURE', 'image'],
  ['INCLUDETEXT', 'resource'],
  ['INCLUDE', 'resource'],
  ['IMPORT', 'image'],
  ['LINK', 'resource'],
  ['RD', 'resource'],
])

function findTarget(name: string, instruction: string): string | undefined {
  if (!LOADS.has(name)) return undefined
  const rest = instruction.slice(instruction.indexOf(' ') + 1)
  // LINK names a class first: LINK Excel.Sheet.8 "C:\\My Documents\\Profits.xls".
  const quoted = /"([^"]{1,4000})"/.exec(rest)?.[1]
  const bare = name === 'LINK' ? /^\S+\s+(\S+)/.exec(rest)?.[1] : /^(\S+)/.exec(rest)?.[1]
  const target = (quoted ?? bare)?.trim()
  // A path doubles its backslashes inside a field.
  return target?.startsWith('\\\\\\\\') ? target.replaceAll('\\\\', '\\') : target
}

function isPlainLink({ kind, excerpt }: FileSign): boolean {
  return (
    kind === 'external-link' &&
    /^HYPERLINK\s{1,40}"?\s{0,40}(?:https?|ftp|mailto|\\)/i.test(excerpt)
  )
}
