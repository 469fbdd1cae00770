import { inflateSync } from 'node:zlib'
import type { UnpackBudget, ArchiveMember } from '../archives/archive-member.ts'
import { limits } from '../../limits.ts'

const RECORDS_MAX = 500_000
/** Records of a presentation (MS-PPT §2.13.24). */
const [TEXT_WIDE, TEXT_BYTES, STRING, OLE_STORAGE] = [0x0fa0, 0x0fa8, 0x0fba, 0x1011]

export interface SlidesReading {
  readonly text: string
  /** Objects and macro projects, each a compound file of its own. */
  readonly objects: readonly ArchiveMember[]
}

/** Text and objects of a binary presentation; containers are walked flat, for nothing needs the tree. */
export function readSlides(stream: Buffer, budget: UnpackBudget): SlidesReading {
  const texts: string[] = []
  const objects: ArchiveMember[] = []
  let chars = 0
  let count = 0
  for (let at = 0; at + 8 <= stream.length && count < RECORDS_MAX; count++) {
    const version = stream.readUInt16LE(at)
    const type = stream.readUInt16LE(at + 2)
    const size = stream.readUInt32LE(at + 4)
    // Containers carry version 15: their records follow right behind the header.
    if ((version & 0x0f) === 0x0f) {
      at += 8
      continue
    }
    const data = stream.subarray(at + 8, at + 8 + size)
    const text = toText(type, data)
    if (text !== '' && chars < limits.fileTextCharsMax) {
      texts.push(text)
      chars += text.length + 1
    } else if (type === OLE_STORAGE && objects.length < limits.archiveMembersMax)
      objects.push(toObject(data, version >> 4, objects.length + 1, budget))
    at += 8 + size
  }
  return { text: texts.join('\n').replaceAll('\r', '\n'), objects }
}

function toText(type: number, data: Buffer): string {
  if (type === TEXT_WIDE || type === STRING) return data.toString('utf16le')
  return type === TEXT_BYTES ? data.toString('latin1') : ''
}

/** Instance 1 means compressed, behind the size it unpacks to (§2.10.35). */
function toObject(
  data: Buffer,
  instance: number,
  number: number,
  budget: UnpackBudget,
): ArchiveMember {
  const name = `object${number}.bin`
  if (instance !== 1) return { name, sizeBytes: data.length, content: data }
  const maxOutputLength = Math.min(
    Math.max(limits.ratioFreeBytes, data.length * limits.unpackRatioMax),
    limits.memberBytesMax,
    Math.max(1, budget.bytesLeft),
  )
  try {
    const content = inflateSync(data.subarray(4), { maxOutputLength })
    budget.bytesLeft -= content.length
    return { name, sizeBytes: content.length, content }
  } catch (error) {
    const isBomb = error instanceof RangeError
    return { name, sizeBytes: data.length, problem: isBomb ? 'archive-bomb' : 'archive-damaged' }
  }
}
