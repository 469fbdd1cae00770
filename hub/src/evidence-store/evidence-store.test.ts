import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSecrets } from '../secrets.ts'
import { openFileEvidenceStore } from './file-evidence-store.ts'
import { OVERHEAD_BYTES } from './object-format.ts'

const secrets = openSecrets(Buffer.alloc(32, 1))
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'noroshi-evidence-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const files = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

test.each([0, 1, 16, 4096, 100_000])('%i bytes come back as they were', async (size) => {
  const store = await openFileEvidenceStore(folder, secrets)
  const bytes = randomBytes(size)
  const stored = await store.saveEvidence(inPieces(bytes, 777))
  expect(stored).toEqual({ sha256: sha256(bytes), sizeBytes: size })
  expect((await store.loadEvidence(stored.sha256)).equals(bytes)).toBe(true)
  const streamed: Buffer[] = []
  for await (const chunk of await store.streamEvidence(stored.sha256)) streamed.push(chunk)
  expect(Buffer.concat(streamed).equals(bytes)).toBe(true)
})

test('the same bytes are kept once, however often and however many at a time they come', async () => {
  const store = await openFileEvidenceStore(folder, secrets)
  const bytes = randomBytes(5000)
  await Promise.all(Array.from({ length: 8 }, () => store.saveEvidence(bytes)))
  expect(await files()).toHaveLength(1)
})

test('nothing of the bytes stands on the disk in the clear', async () => {
  const store = await openFileEvidenceStore(folder, secrets)
  await store.saveEvidence(Buffer.from(`${'canary-7c2e '.repeat(500)}`))
  for (const path of await files()) expect((await readFile(path)).includes('canary')).toBe(false)
})

test('more than allowed is refused while it comes, and leaves nothing behind', async () => {
  const store = await openFileEvidenceStore(folder, secrets)
  let sent = 0
  const endless = async function* () {
    for (;;) {
      sent += 1000
      yield new Uint8Array(1000)
    }
  }
  const saving = store.saveEvidence(endless(), { sizeBytesMax: 10_000 })
  await expect(saving).rejects.toMatchObject({ code: 'too-large' })
  expect(sent).toBeLessThan(20_000)
  expect(await files()).toEqual([])
})

test('a sender that breaks off leaves nothing behind', async () => {
  const store = await openFileEvidenceStore(folder, secrets)
  const broken = async function* () {
    yield new Uint8Array(1000)
    throw new Error('connection lost')
  }
  await expect(store.saveEvidence(broken())).rejects.toThrow('connection lost')
  expect(await files()).toEqual([])
})

test('what a crash left half written is not evidence, and goes once nobody can be writing it', async () => {
  const incoming = join(folder, 'incoming')
  await mkdir(incoming)
  const [old, fresh] = [join(incoming, 'old'), join(incoming, 'fresh')]
  await Promise.all([old, fresh].map((path) => writeFile(path, 'NRE1 half')))
  const twoHoursAgo = new Date(Date.now() - 2 * 3_600_000)
  await utimes(old, twoHoursAgo, twoHoursAgo)
  const store = await openFileEvidenceStore(folder, secrets)
  expect(await files()).toEqual([fresh])
  expect(await store.hasEvidence(sha256(Buffer.from('NRE1 half')))).toBe(false)
})

test.each([0, 4, 40, OVERHEAD_BYTES - 17, OVERHEAD_BYTES + 10])(
  'a bit changed at byte %i is noticed',
  async (at) => {
    const store = await openFileEvidenceStore(folder, secrets)
    const { sha256: name } = await store.saveEvidence(randomBytes(100))
    const [path = ''] = await files()
    const bytes = await readFile(path)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    await writeFile(path, bytes)
    await expect(store.loadEvidence(name)).rejects.toThrow()
  },
)

test('one object cannot be put in the place of another', async () => {
  const store = await openFileEvidenceStore(folder, secrets)
  const first = await store.saveEvidence(randomBytes(100))
  const [firstPath = ''] = await files()
  const second = await store.saveEvidence(randomBytes(100))
  const secondPath = (await files()).find((path) => path.endsWith(second.sha256)) ?? ''
  await writeFile(secondPath, await readFile(firstPath))
  await expect(store.loadEvidence(second.sha256)).rejects.toThrow()
  await expect(store.loadEvidence(first.sha256)).resolves.toHaveLength(100)
})

test.each(['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(63)}/`])(
  'no path is made of the name "%s"',
  async (name) => {
    const store = await openFileEvidenceStore(folder, secrets)
    await expect(store.loadEvidence(name)).rejects.toMatchObject({ code: 'not-found' })
  },
)

test('another key opens nothing', async () => {
  const store = await openFileEvidenceStore(folder, secrets)
  const { sha256: name } = await store.saveEvidence(randomBytes(100))
  const stranger = await openFileEvidenceStore(folder, openSecrets(Buffer.alloc(32, 2)))
  await expect(stranger.loadEvidence(name)).rejects.toThrow()
})
