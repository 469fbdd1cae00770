import { Refusal } from '../refusals.ts'

/**
 * Passes bytes on and refuses at their end what cannot be a whole file: nothing at all, or fewer bytes than
 * announced. Refusing while they are still being stored leaves no trace of them.
 */
export async function* checkedBytes(
  source: AsyncIterable<Uint8Array>,
  announcedBytes: number | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  let sizeBytes = 0
  for await (const chunk of refuseCut(source)) {
    sizeBytes += chunk.byteLength
    yield chunk
  }
  if (announcedBytes !== undefined && sizeBytes !== announcedBytes) {
    throw new Refusal('upload-cut-short')
  }
  if (sizeBytes === 0) throw new Refusal('file-empty')
}

/** A connection that breaks in the middle fails in many ways; all of them mean that the file is not whole. */
async function* refuseCut(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of source) yield chunk
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('upload-cut-short', { cause: error })
  }
}
