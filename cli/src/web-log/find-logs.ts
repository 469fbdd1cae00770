import { closeSync, openSync, readSync } from 'node:fs'
import { extname } from 'node:path'
import { limits as engineLimits, sniffWebLog } from 'engine'
import { STANDARD_INPUT } from '../analyse/list-files.ts'

/** Endings of mails: such a file is not opened twice to see whether it is a log. */
const MAIL_ENDINGS = new Set(['.eml', '.msg', '.mbox', '.mbx', '.mht', '.zip'])

/** Those of the files that are access logs by what they hold, packed or not. */
export async function findLogs(files: readonly string[]): Promise<ReadonlySet<string>> {
  const logs = new Set<string>()
  for (const file of files) {
    if (file === STANDARD_INPUT || MAIL_ENDINGS.has(extname(file).toLowerCase())) continue
    const head = readHead(file)
    if (head !== undefined && (await sniffWebLog(head))) logs.add(file)
  }
  return logs
}

/** The first bytes; undefined when the file cannot be read, which whoever reads it next will tell. */
function readHead(file: string): Uint8Array | undefined {
  try {
    const handle = openSync(file, 'r')
    try {
      const head = Buffer.alloc(engineLimits.logSniffBytesMax)
      return head.subarray(0, readSync(handle, head, 0, head.length, 0))
    } finally {
      closeSync(handle)
    }
  } catch {
    return undefined
  }
}
