import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { crashPoint } from '../crash-points.ts'
import { Refusal } from '../refusals.ts'
import type { Secrets } from '../secrets.ts'
import type { EvidenceStore, StoredEvidence } from './evidence-store.ts'
import { EVIDENCE_BYTES_MAX } from './limits.ts'
import {
  HEADER_BYTES,
  openObject,
  OVERHEAD_BYTES,
  startObject,
  TAG_BYTES,
} from './object-format.ts'
import { syncFolder } from './sync-folder.ts'
import { removeAbandoned } from './remove-abandoned.ts'

const SHA256 = /^[0-9a-f]{64}$/

/** Evidence as files under `folder`: `objects/ab/cd/<sha256>`, written in `incoming/` first. */
export async function openFileEvidenceStore(
  folder: string,
  secrets: Secrets,
): Promise<EvidenceStore> {
  const incoming = join(folder, 'incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  await removeAbandoned(incoming)

  const placeOf = (sha256: string) => {
    // The name becomes part of a path, so nothing but a hash may be one.
    if (!SHA256.test(sha256)) throw new Refusal('not-found')
    return join(folder, 'objects', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  }
  const exists = async (sha256: string) =>
    (await stat(placeOf(sha256)).catch(() => undefined)) !== undefined

  return {
    async saveEvidence(source, { sizeBytesMax = EVIDENCE_BYTES_MAX } = {}) {
      const temporary = join(incoming, randomUUID())
      try {
        const stored = await writeObject(temporary, source, sizeBytesMax, secrets)
        crashPoint('intake.bytes-temp')
        await moveIntoPlace(temporary, placeOf(stored.sha256), folder)
        crashPoint('intake.bytes-named')
        return stored
      } catch (error) {
        await rm(temporary, { force: true })
        throw translateStorageError(error)
      }
    },
    async loadEvidence(sha256) {
      const bytes = await readFile(placeOf(sha256)).catch(refuseMissing)
      const decipher = openObject(
        secrets,
        sha256,
        bytes.subarray(0, HEADER_BYTES),
        bytes.subarray(-TAG_BYTES),
      )
      const body = bytes.subarray(HEADER_BYTES, -TAG_BYTES)
      return Buffer.concat([decipher.update(body), decipher.final()])
    },
    streamEvidence: (sha256) => streamObject(placeOf(sha256), sha256, secrets),
    hasEvidence: exists,
  }
}

/** Writes the object to a temporary file and syncs it. */
async function writeObject(
  path: string,
  source: Uint8Array | AsyncIterable<Uint8Array>,
  sizeBytesMax: number,
  secrets: Secrets,
): Promise<StoredEvidence> {
  const file = await open(path, 'wx', 0o600)
  try {
    const hash = createHash('sha256')
    const { cipher, header } = startObject(secrets)
    let sizeBytes = 0
    for await (const chunk of source instanceof Uint8Array ? [source] : source) {
      const position = HEADER_BYTES + sizeBytes
      sizeBytes += chunk.byteLength
      if (sizeBytes > sizeBytesMax) throw new Refusal('too-large')
      hash.update(chunk)
      await writeFully(file, cipher.update(chunk), position)
    }
    await writeFully(file, cipher.final(), HEADER_BYTES + sizeBytes)
    await writeFully(file, cipher.getAuthTag(), HEADER_BYTES + sizeBytes)
    const sha256 = hash.digest('hex')
    await writeFully(file, header(sha256), 0)
    await file.sync()
    return { sha256, sizeBytes }
  } finally {
    await file.close()
  }
}

type FileHandle = Awaited<ReturnType<typeof open>>

async function writeFully(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done)
    done += bytesWritten
  }
}

/** Gives the file its name. A power cut after this leaves it there; one before leaves nothing of that name. */
async function moveIntoPlace(temporary: string, place: string, root: string): Promise<void> {
  await mkdir(dirname(place), { recursive: true, mode: 0o700 })
  if ((await stat(place).catch(() => undefined)) !== undefined) {
    // The same bytes are there under another data key; the first copy stays. It may have been named by a
    // writer that has not synced its folder yet, so the folders are synced here as well.
    await rm(temporary)
  } else {
    await rename(temporary, place)
  }
  for (let folder = dirname(place); folder.length >= root.length; folder = dirname(folder)) {
    await syncFolder(folder)
  }
}

async function streamObject(place: string, sha256: string, secrets: Secrets): Promise<Readable> {
  const file = await open(place, 'r').catch(refuseMissing)
  try {
    const { size } = await file.stat()
    const header = Buffer.alloc(HEADER_BYTES)
    const tag = Buffer.alloc(TAG_BYTES)
    await file.read(header, 0, HEADER_BYTES, 0)
    await file.read(tag, 0, TAG_BYTES, size - TAG_BYTES)
    const decipher = openObject(secrets, sha256, header, tag)
    if (size === OVERHEAD_BYTES) return decipher.end()
    const body = createReadStream(place, { start: HEADER_BYTES, end: size - TAG_BYTES - 1 })
    body.once('error', (error) => decipher.destroy(error))
    return body.pipe(decipher)
  } finally {
    await file.close()
  }
}

function refuseMissing(error: NodeJS.ErrnoException): never {
  if (error.code === 'ENOENT') throw new Refusal('not-found', { cause: error })
  throw error
}

function translateStorageError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT') return new Refusal('storage-full', { cause: error })
  return error
}
