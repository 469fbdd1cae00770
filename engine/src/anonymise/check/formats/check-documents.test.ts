import { expect, test } from 'vitest'
import { ENCRYPTED_PDFS } from '../../../files/testing/encrypted-pdfs.ts'
import { KNOWN_TRACES } from '../../testing/known-traces.ts'
import type { Traces } from '../../traces.ts'
import { checkDocuments, type OutgoingDocument } from './check-documents.ts'
import { HIDING_PLACES } from './testing/all-places.ts'
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
