import { Refusal } from '../refusals.ts'

/**
 * Reads a body up to a limit and stops there: the announced length may be missing or a lie.
 */
export async function readBody(request: Request, bytesMax: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of streamBody(request, bytesMax)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** The body as a stream that refuses with `too-large` once more than the limit has come. */
export async function* streamBody(
  request: Request,
  bytesMax: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > bytesMax) throw new Refusal('too-large')
  if (request.body === null) return
  let sizeBytes = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    sizeBytes += chunk.byteLength
    if (sizeBytes > bytesMax) throw new Refusal('too-large')
    yield chunk
  }
}
