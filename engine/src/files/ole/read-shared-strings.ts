import { limits } from '../../limits.ts'

/**
 * The shared strings of a workbook (MS-XLS §2.4.265): one table over several records. A string may
 * be cut anywhere, and the record that goes on says anew whether characters take one byte or two.
 */
export function readSharedStrings(records: readonly Buffer[]): string {
  const reading = { records, record: 0, at: 8 }
  const found: string[] = []
  let chars = 0
  while (chars < limits.fileTextCharsMax) {
    const text = readString(reading)
    if (text === undefined) break
    found.push(text)
    chars += text.length + 1
  }
  return found.join('\n')
}

interface Reading {
  readonly records: readonly Buffer[]
  record: number
  at: number
}

function readString(reading: Reading): string | undefined {
  let data = toNextRecord(reading)
  if (data === undefined || reading.at + 3 > data.length) return undefined
  let left = data.readUInt16LE(reading.at)
  let flags = data[reading.at + 2] ?? 0
  reading.at += 3
  let extraBytes = 0
  if ((flags & 8) !== 0) extraBytes += readSize(reading, data, 2) * 4
  if ((flags & 4) !== 0) extraBytes += readSize(reading, data, 4)
  let text = ''
  while (left > 0) {
    const wide = (flags & 1) !== 0
    const available = Math.floor((data.length - reading.at) / (wide ? 2 : 1))
    const taken = Math.min(left, Math.max(0, available))
    const end = reading.at + taken * (wide ? 2 : 1)
    text += data.toString(wide ? 'utf16le' : 'latin1', reading.at, end)
    reading.at = end
    left -= taken
    if (left === 0) break
    reading.record += 1
    reading.at = 1
    data = reading.records[reading.record]
    if (data === undefined || data.length === 0) return text === '' ? undefined : text
    flags = data[0] ?? 0
  }
  skip(reading, extraBytes)
  return text
}

function readSize(reading: Reading, data: Buffer, bytes: 2 | 4): number {
  if (reading.at + bytes > data.length) return 0
  const value = bytes === 2 ? data.readUInt16LE(reading.at) : data.readUInt32LE(reading.at)
  reading.at += bytes
  return value
}

function toNextRecord(reading: Reading): Buffer | undefined {
  let data = reading.records[reading.record]
  if (data !== undefined && reading.at >= data.length) {
    reading.record += 1
    reading.at = 0
    data = reading.records[reading.record]
  }
  return data
}

/** Runs of looks and phonetic guides behind a string, which may go on in further records. */
function skip(reading: Reading, bytes: number): void {
  let left = bytes
  while (left > 0) {
    const data = reading.records[reading.record]
    if (data === undefined) return
    const taken = Math.min(left, Math.max(0, data.length - reading.at))
    reading.at += taken
    left -= taken
    if (left === 0) return
    reading.record += 1
    reading.at = 0
  }
}
