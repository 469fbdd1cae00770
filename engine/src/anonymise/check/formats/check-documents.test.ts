import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { zipSync } from 'fflate'
import { ENCRYPTED_PDFS } from '../../../files/testing/encrypted-pdfs.ts'
import { KNOWN_TRACES } from '../../testing/known-traces.ts'
import type { Traces } from '../../traces.ts'
import { checkDocuments, type OutgoingDocument } from './check-documents.ts'
import { HIDING_PLACES } from './testing/all-places.ts'
import { packed, pageObjects, show, writePdf } from './testing/build-pdf.ts'
import { writePng } from './testing/build-pictures.ts'
import { toBytes } from './testing/hiding-place.ts'
import { CODE_PICTURES } from './testing/picture-places.ts'

async function check(document: OutgoingDocument, traces: Traces = KNOWN_TRACES) {
  const [checked] = await checkDocuments([document], traces)
  if (checked === undefined) throw new Error('nothing was checked')
  return checked
}

const ROWS = HIDING_PLACES.map((one) => [one.format, one.place, one] as const)

test.each(ROWS)('%s: %s is searched, and its place is told', async (_, __, { write, told }) => {
  for (const name of ['Kitahama Seiki', '北浜精機']) {
    const { traces, isClean, unsearched } = await check(write(name))
    expect(unsearched).toEqual([])
    expect(isClean).toBe(false)
    expect(traces.map(({ place }) => place.en).filter((place) => told.test(place))).not.toEqual([])
  }
})

test.each(ROWS)('%s: %s with a stranger’s name is clean', async (_, __, { write }) => {
  const checked = await check(write('Harbour Works 東町工業'))
  expect(checked).toMatchObject({ isClean: true, traces: [], unsearched: [] })
})

test('a QR code is read as what it says', async () => {
  const [organisation] = KNOWN_TRACES.organisations
  if (organisation === undefined) return
  const traces = { organisations: [{ ...organisation, domains: ['acc0unt.test'] }] }
  const named = await check({ name: 'a.png', bytes: CODE_PICTURES.named }, traces)
  expect(named.traces.map(({ place }) => place.en)).toEqual(['QR code'])
  expect(await check({ name: 'a.png', bytes: CODE_PICTURES.clean }, traces)).toMatchObject({
    isClean: true,
    pictureCount: 1,
  })
})

const deep = (levels: number): Uint8Array => {
  let bytes = zipSync({ 'a.txt': toBytes('x') })
  for (let level = 0; level < levels; level += 1) bytes = zipSync({ 'a.zip': bytes })
  return bytes
}

/** Sets the bit of a member that says it is encrypted, in both of its headers. */
function encrypt(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes)
  for (const [mark, flags] of [
    ['PK\x03\x04', 6],
    ['PK\x01\x02', 8],
  ] as const)
    copy.writeUInt8(1, copy.indexOf(mark, 0, 'latin1') + flags)
  return copy
}

const zip = zipSync({ 'a.txt': toBytes('hello hello hello') })
const png = writePng()

test.each<[string, OutgoingDocument, string]>([
  [
    'bytes of no known format',
    { name: 'a.bin', bytes: Buffer.from([0, 1, 2, 3, 0, 5, 6, 7]) },
    'unknown-format',
  ],
  [
    'an old Office file',
    { name: 'a.doc', bytes: Buffer.from('d0cf11e0a1b11ae10000', 'hex') },
    'unknown-format',
  ],
  [
    'text declared as a picture',
    { name: 'a.png', format: 'png', bytes: toBytes('x') },
    'unknown-format',
  ],
  ['an encrypted member', { name: 'a.zip', bytes: encrypt(zip) }, 'encrypted'],
  ['an archive cut off', { name: 'a.zip', bytes: zip.subarray(0, 40) }, 'damaged'],
  ['archives beyond the depth', { name: 'a.zip', bytes: deep(12) }, 'too-deep'],
  ['a picture cut off', { name: 'a.png', bytes: png.subarray(0, -6) }, 'damaged'],
  ['JSON that is none', { name: 'a.json', format: 'json', bytes: toBytes('{"a":') }, 'damaged'],
  [
    'an entity of one’s own',
    { name: 'a.svg', bytes: toBytes('<!DOCTYPE svg [<!ENTITY a "x">]><svg/>') },
    'entities',
  ],
  [
    'a member that unpacks beyond the limit',
    { name: 'a.zip', bytes: zipSync({ 'a.txt': new Uint8Array(20_000_000) }) },
    'too-large',
  ],
  [
    'a stream of a PDF in an unknown coding',
    {
      name: 'a.pdf',
      bytes: writePdf([
        ...pageObjects(show('(x) Tj')),
        { number: 8, dict: '<</Filter/Strange>>', stream: packed('x') },
      ]),
    },
    'unsupported',
  ],
])('%s is refused, never called clean', async (_, document, reason) => {
  const { isClean, unsearched } = await check(document)
  expect(isClean).toBe(false)
  expect(unsearched.map((one) => one.reason)).toContain(reason)
})

test('a PDF that asks for a password is refused; one that anybody can open is read', async () => {
  for (const [how, base64] of Object.entries(ENCRYPTED_PDFS)) {
    const bytes = Buffer.from(base64, 'base64')
    const { unsearched } = await check({ name: 'a.pdf', bytes })
    const asks = how.startsWith('with the password')
    expect(unsearched.map(({ reason }) => reason)).toEqual(asks ? ['encrypted'] : [])
  }
})

test('what a provider has permitted is let through in every format', async () => {
  const bytes = toBytes('{"value":"kitahama-seiki.example"}')
  const permitted = ['kitahama-seiki.example']
  const [checked] = await checkDocuments([{ name: 'a.json', bytes }], KNOWN_TRACES, { permitted })
  expect(checked).toMatchObject({ format: 'json', isClean: true })
})

/** Bytes of no meaning, the same in every run. */
function noise(sizeBytes: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(sizeBytes / 64) }, (_, index) =>
    createHash('sha512').update(String(index)).digest(),
  )
  return Buffer.concat(blocks).subarray(0, sizeBytes)
}

// The first took twelve seconds while it was searched before it was refused.
test.each<[string, Uint8Array, number]>([
  ['a.bin', noise(300_000), 500],
  ['a.bin', noise(1_000_000), 1_000],
  ['a.png', Buffer.concat([png, noise(300_000)]), 500],
])('noise in %s (%#) is refused at once', async (name, bytes, msMax) => {
  await check({ name, bytes: toBytes('x') })
  const before = process.cpuUsage()
  await check({ name, bytes })
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(msMax)
})
