import { intakeLimits as limits } from './limits.ts'

const END_OF_HEAD = Buffer.from('\r\n\r\n')

/** A message whose head has been read and whose rest is still to come. */
export interface OpenedMessage {
  readonly head: Buffer
  /** The whole message, head included. */
  readonly bytes: AsyncIterable<Uint8Array>
}

/** Reads a message up to its empty line, or to the limit, and hands on the whole as a stream. */
export async function openMessage(source: AsyncIterable<Uint8Array>): Promise<OpenedMessage> {
  const rest = source[Symbol.asyncIterator]()
  let head: Buffer = Buffer.alloc(0)
  for (;;) {
    const next = await rest.next()
    if (next.done === true) break
    head = Buffer.concat([head, next.value])
    if (head.includes(END_OF_HEAD) || head.length >= limits.smtpHeadBytesMax) break
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    if (head.length > 0) yield head
    for (;;) {
      const next = await rest.next()
      if (next.done === true) return
      yield next.value
    }
  }
  return { head, bytes: whole() }
}

/** Plain addresses only: what a person's mail program writes. Comments, quotes and groups are refused, not guessed at. */
const ADDRESS = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/

/**
 * The one address of the head's one From field, in lower case. Undefined when there are several fields or the
 * field can be read in two ways: a reader and the hub must never see two different senders (RFC 5322 §3.6.2).
 */
export function findAuthor(head: Buffer): string | undefined {
  const end = head.indexOf(END_OF_HEAD)
  const text = head.subarray(0, end < 0 ? head.length : end).toString('latin1')
  const fields = text.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const from = fields.filter((field) => /^from[ \t]*:/i.test(field))
  const value = from[0]?.slice(from[0].indexOf(':') + 1).trim()
  if (from.length !== 1 || value === undefined || value.length > 1000) return undefined
  const brackets = /^([^<>]*)<([^<>\s]+)>$/.exec(value)
  const address = (brackets?.[2] ?? value).toLowerCase()
  // A second address outside the brackets is a second reading of who wrote this.
  if (brackets !== null && brackets[1]?.includes(',') && !/^"[^"]*"\s*$/.test(brackets[1])) {
    return undefined
  }
  return ADDRESS.test(address) ? address : undefined
}
