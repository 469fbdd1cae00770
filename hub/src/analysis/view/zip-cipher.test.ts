import { createDecipheriv, createHmac, pbkdf2Sync } from 'node:crypto'
import { expect, test } from 'vitest'
import { infectedZipSizeBytes, packInfectedZip } from './infected-zip.ts'

// Read back by the format's description alone (APPNOTE 6.3.10, appendix on AES), block by block.

const SAMPLE = Buffer.from(`X5O-like words of a sample ${'と'.repeat(400_000)} and an odd end`)

async function pack(): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of packInfectedZip('name', SAMPLE)) pieces.push(piece)
  return Buffer.concat(pieces)
}

test('a packed sample is AES-256 in its own counter mode, sealed, and tells nothing without the password', async () => {
  const zip = await pack()
  expect(zip.length).toBe(infectedZipSizeBytes('name', SAMPLE.length))
  const dataAt = 30 + zip.readUInt16LE(26) + zip.readUInt16LE(28)
  // Method 99, no checksum, extra field: 0x9901, AE-2, "AE", 256 bits, stored.
  expect(zip.readUInt16LE(8)).toBe(99)
  expect(zip.readUInt32LE(14)).toBe(0)
  expect(zip.subarray(34, dataAt).toString('hex')).toBe(
    '0199' + '0700' + '0200' + '4145' + '03' + '0000',
  )

  const size = zip.readUInt32LE(18)
  const [salt, check] = [zip.subarray(dataAt, dataAt + 16), zip.subarray(dataAt + 16, dataAt + 18)]
  const sealed = zip.subarray(dataAt + 18, dataAt + size - 10)
  const keys = pbkdf2Sync('infected', salt, 1000, 66, 'sha1')
  expect(keys.subarray(64)).toEqual(check)
  const seal = createHmac('sha1', keys.subarray(32, 64)).update(sealed).digest()
  expect(zip.subarray(dataAt + size - 10, dataAt + size)).toEqual(seal.subarray(0, 10))
  expect(sealed).toHaveLength(SAMPLE.length)
  // The first blocks, those where one piece ends and the next begins, and the odd end.
  for (const block of [0, 1, 255, 256, 32_767, 32_768, Math.floor(SAMPLE.length / 16)]) {
    const plain = SAMPLE.subarray(block * 16, block * 16 + 16)
    expect(decipherBlock(keys.subarray(0, 32), sealed, block).equals(plain)).toBe(true)
  }
  expect(zip.includes('sample')).toBe(false)
})

/** In CTR mode the first step is the block of the counter itself. */
function decipherBlock(key: Buffer, bytes: Buffer, block: number): Buffer {
  const counter = Buffer.alloc(16)
  counter.writeUInt32LE(block + 1, 0)
  const piece = bytes.subarray(block * 16, block * 16 + 16)
  return createDecipheriv('aes-256-ctr', key, counter).update(piece)
}
