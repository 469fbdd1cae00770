import { setTimeout as pause } from 'node:timers/promises'
import { Refusal } from '../refusals.ts'
import { JSON_TIMEOUT_MS } from './limits.ts'

/**
 * Reads a small body up to a limit and stops there: the announced length may be missing or a lie. Whoever takes longer
 * than is given is refused, so that dripping bytes holds nothing.
 */
export async function readBody(
  request: Request,
  bytesMax: number,
  timeoutMs = JSON_TIMEOUT_MS,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const pieces = streamBody(request, bytesMax)
  const timer = new AbortController()
  const tooLate = pause(timeoutMs, 'too late' as const, { signal: timer.signal })
  tooLate.catch(() => {})
  try {
    for (;;) {
      const next = await Promise.race([pieces.next(), tooLate])
      if (next === 'too late') throw new Refusal('too-slow')
      if (next.done === true) return Buffer.concat(chunks)
      chunks.push(next.value)
    }
  } finally {
    timer.abort()
  }
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
