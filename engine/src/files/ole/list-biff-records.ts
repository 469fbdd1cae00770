const RECORDS_MAX = 2_000_000

/** One record of a workbook stream (MS-XLS §2.1.4). */
export interface BiffRecord {
  readonly type: number
  readonly data: Buffer
}

export const CONTINUE = 0x3c

/** Records of a workbook stream in order. */
export function* listBiffRecords(stream: Buffer): Generator<BiffRecord> {
  let count = 0
  for (let at = 0; at + 4 <= stream.length && count < RECORDS_MAX; count++) {
    const size = stream.readUInt16LE(at + 2)
    yield { type: stream.readUInt16LE(at), data: stream.subarray(at + 4, at + 4 + size) }
    at += 4 + size
  }
}
