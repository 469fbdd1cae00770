import { decodeText } from '../../charset/decode-text.ts'

const STRING_BYTES_MAX = 4_096
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/** An OLE 1 object (MS-OLEDS §2.2.4). */
export interface Ole1Object {
  readonly className: string
  /** Source of a linked object: a file or an address. */
  readonly topic: string
  /** Data in the form of its class; a compound file for classes of OLE 2. */
  readonly data: Buffer
}

/** Reads the data of an object in RTF; exploits break its header, so the compound file is searched for too. */
export function readOle1(bytes: Buffer): Ole1Object {
  const className = readString(bytes, 8)
  const topic = readString(bytes, className.end)
  const item = readString(bytes, topic.end)
  const compound = bytes.indexOf(COMPOUND)
  const data = compound >= 0 ? bytes.subarray(compound) : readData(bytes, item.end)
  return { className: className.text, topic: topic.text, data }
}

function readData(bytes: Buffer, at: number): Buffer {
  if (at + 4 > bytes.length) return Buffer.alloc(0)
  return bytes.subarray(at + 4, at + 4 + bytes.readUInt32LE(at))
}

/** Text with its length, final zero included, before it. */
function readString(bytes: Buffer, at: number): { text: string; end: number } {
  if (at + 4 > bytes.length) return { text: '', end: bytes.length }
  const size = bytes.readUInt32LE(at)
  if (size > STRING_BYTES_MAX) return { text: '', end: at + 4 }
  const [text = ''] = decodeText(bytes.subarray(at + 4, at + 4 + size)).text.split('\0', 1)
  return { text, end: at + 4 + size }
}
