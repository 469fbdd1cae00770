import { limits as engineLimits, sniffWebLog } from 'engine'

/** Standard input: a log that goes on coming, or all bytes of something else. */
export type StandardInput =
  | { readonly isLog: true; readonly pieces: AsyncIterable<Uint8Array> }
  | { readonly isLog: false; readonly bytes: Uint8Array }

/** Looks at the beginning of standard input and, when it is no log, reads it to the end. */
export async function readStandardInput(
  input: AsyncIterable<Uint8Array> = process.stdin,
): Promise<StandardInput> {
  const source = input[Symbol.asyncIterator]()
  const held: Uint8Array[] = []
  let heldBytes = 0
  for (;;) {
    const { value, done } = await source.next()
    if (done === true) break
    held.push(value)
    heldBytes += value.length
    if (heldBytes < engineLimits.logSniffBytesMax) continue
    if (await sniffWebLog(Buffer.concat(held))) return { isLog: true, pieces: resume(held, source) }
    for (;;) {
      const next = await source.next()
      if (next.done === true) return { isLog: false, bytes: Buffer.concat(held) }
      held.push(next.value)
    }
  }
  const bytes = Buffer.concat(held)
  if (!(await sniffWebLog(bytes))) return { isLog: false, bytes }
  return { isLog: true, pieces: resume([bytes], source) }
}

async function* resume(
  held: readonly Uint8Array[],
  source: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* held
  for (let next = await source.next(); next.done !== true; next = await source.next())
    yield next.value
}
