import { limits } from '../../limits.ts'
import { decodeText } from '../../charset/decode-text.ts'
import { toBuffer } from '../../charset/text-decoders.ts'
import type { ArchiveMember, UnpackedArchive } from './archive-member.ts'

const BLOCK_BYTES = 512

/** Opens a tar file (POSIX.1 pax/ustar, GNU long names); members are views of its bytes. */
export function unpackTar(bytes: Uint8Array): UnpackedArchive {
  const buffer = toBuffer(bytes)
  const members: ArchiveMember[] = []
  let longName: string | undefined
  let at = 0
  while (at + BLOCK_BYTES <= buffer.length && buffer[at] !== 0) {
    const sizeBytes = readOctal(buffer.subarray(at + 124, at + 136))
    if (sizeBytes === undefined) return { members, problem: 'archive-damaged' }
    const content = buffer.subarray(at + BLOCK_BYTES, at + BLOCK_BYTES + sizeBytes)
    const kind = String.fromCharCode(buffer[at + 156] ?? 0)
    if (kind === 'L') longName = readText(content)
    else if (kind === 'x') longName = readPaxPath(content) ?? longName
    else {
      if (kind === '0' || kind === '\0')
        members.push(toMember(longName ?? readName(buffer, at), content, sizeBytes))
      longName = undefined
    }
    if (members.length >= limits.archiveMembersMax) return { members, problem: 'over-many-members' }
    at += BLOCK_BYTES + Math.ceil(sizeBytes / BLOCK_BYTES) * BLOCK_BYTES
  }
  return { members }
}

function toMember(name: string, content: Uint8Array, sizeBytes: number): ArchiveMember {
  const isWhole = content.length === sizeBytes
  return isWhole
    ? { name, sizeBytes, content }
    : { name, sizeBytes, content, problem: 'archive-damaged' }
}

function readName(buffer: Buffer, at: number): string {
  const prefix = readText(buffer.subarray(at + 345, at + 500))
  const name = readText(buffer.subarray(at, at + 100))
  return prefix === '' ? name : `${prefix}/${name}`
}

function readText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0)
  return decodeText(bytes.subarray(0, Math.min(end < 0 ? bytes.length : end, 4_096))).text
}

function readPaxPath(content: Uint8Array): string | undefined {
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(readText(content))?.[1]
}

function readOctal(field: Buffer): number | undefined {
  const digits = field
    .toString('latin1')
    .replace(/(?<![\0 ])[\0 ]+$/, '')
    .trim()
  return /^[0-7]{1,12}$/.test(digits) ? Number.parseInt(digits, 8) : undefined
}
