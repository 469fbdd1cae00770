import { Refusal } from '../refusals.ts'

/** Refuses so many bytes when they do not fit into what is left of a quota or a bound. */
export type Room = (bytes: number) => void

export const ANY_ROOM: Room = () => {}

/**
 * Passes bytes on and refuses at their end what cannot be a whole file: nothing at all, or fewer bytes than
 * announced; and while they come what has no room. Refusing while they are still being stored leaves no trace of them:
 * refused afterwards they would stay in the store, and whoever sends what has no room again and again would fill it.
 */
export async function* checkedBytes(
  source: AsyncIterable<Uint8Array>,
  announcedBytes: number | undefined,
  assertRoom: Room,
): AsyncGenerator<Uint8Array, void, undefined> {
  let sizeBytes = 0
  for await (const chunk of refuseCut(source)) {
    sizeBytes += chunk.byteLength
    assertRoom(sizeBytes)
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
