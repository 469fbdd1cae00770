import { buildCompound } from '../../testing/build-compound.ts'

/** Properties by tag in hexadecimal, `0037001F`: text, bytes, a number or a moment. */
export type TestProperties = Readonly<Record<string, string | Uint8Array | number | Date>>

export interface TestMessage {
  readonly properties: TestProperties
  readonly recipients?: readonly TestProperties[]
  readonly attachments?: readonly (TestProperties | { readonly message: TestMessage })[]
}

/** An Outlook file (MS-OXMSG), its container written by the library `cfb`. */
export function buildMsg(message: TestMessage): Buffer {
  return buildCompound(listStreams(message, '', 32))
}

function listStreams(
  { properties, recipients = [], attachments = [] }: TestMessage,
  folder: string,
  headBytes: number,
): Record<string, Uint8Array> {
  const streams = toStreams(properties, folder, headBytes)
  for (const [index, one] of recipients.entries()) {
    Object.assign(streams, toStreams(one, `${folder}__recip_version1.0_#${toPlace(index)}/`, 8))
  }
  for (const [index, one] of attachments.entries()) {
    const inside = `${folder}__attach_version1.0_#${toPlace(index)}/`
    if (isMessage(one)) {
      Object.assign(streams, toStreams({ '37050003': 5 }, inside, 8))
      Object.assign(streams, listStreams(one.message, `${inside}__substg1.0_3701000D/`, 24))
    } else Object.assign(streams, toStreams(one, inside, 8))
  }
  return streams
}

function isMessage(
  one: TestProperties | { readonly message: TestMessage },
): one is { readonly message: TestMessage } {
  return typeof one.message === 'object'
}

function toPlace(index: number): string {
  return index.toString(16).toUpperCase().padStart(8, '0')
}

function toStreams(
  properties: TestProperties,
  folder: string,
  headBytes: number,
): Record<string, Uint8Array> {
  const streams: Record<string, Uint8Array> = {}
  const tags: Buffer[] = [Buffer.alloc(headBytes)]
  for (const [tag, value] of Object.entries(properties)) {
    const row = Buffer.alloc(16)
    row.writeUInt32LE(Number.parseInt(tag, 16), 0)
    row.writeUInt32LE(6, 4)
    if (typeof value === 'number') row.writeUInt32LE(value, 8)
    else if (value instanceof Date)
      row.writeBigUInt64LE((BigInt(value.getTime()) + 11_644_473_600_000n) * 10_000n, 8)
    else {
      const isWide = tag.endsWith('001F')
      const bytes =
        typeof value === 'string' ? Buffer.from(value, isWide ? 'utf16le' : 'utf8') : value
      row.writeUInt32LE(bytes.length + (isWide ? 2 : 0), 8)
      streams[`${folder}__substg1.0_${tag}`] = bytes
    }
    tags.push(row)
  }
  streams[`${folder}__properties_version1.0`] = Buffer.concat(tags)
  return streams
}
