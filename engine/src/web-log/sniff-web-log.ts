import { Buffer } from 'node:buffer'
import { isArchive } from '../files/archives/unpack-archive.ts'
import { detectType } from '../files/types/detect-type.ts'
import { limits } from '../limits.ts'
import { isWebLog } from './is-web-log.ts'
import { findPacking, unpackLog } from './unpack-log.ts'

/** Whether a file that begins with these bytes is an access log, packed or not. */
export async function sniffWebLog(head: Uint8Array): Promise<boolean> {
  const packing = findPacking(head)
  // An archive may hold a log as it is; its members are looked at one by one.
  if (packing === 'none' && isArchive(detectType(head) ?? '')) return false
  const pieces: Uint8Array[] = []
  // A beginning cut off anywhere is always damaged; what could be unpacked before is enough.
  await unpackLog(packing, [head], (piece) => void pieces.push(piece), SNIFF_MAX)
  return isWebLog(Buffer.concat(pieces))
}

const SNIFF_MAX = limits.logSniffBytesMax
