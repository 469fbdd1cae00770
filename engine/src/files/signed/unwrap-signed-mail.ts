import { toBuffer } from '../../charset/text-decoders.ts'
import { parseCms } from './parse-cms.ts'

/** The parts of a parsed mail that are needed here. */
interface WrappedMail {
  readonly bytes: Uint8Array
  readonly headers: readonly { readonly key: string; readonly range: { readonly start: number } }[]
  readonly root: {
    readonly type: string
    readonly content: Uint8Array
    readonly bodyRange: { readonly start: number }
  }
}

const OPAQUE = /^application\/(?:x-)?pkcs7-mime$/

/**
 * A mail whose whole body is packed into its signature (RFC 8551 §3.5.2), with the body taken out:
 * signed text would else be read by nobody, and a signature costs an attacker nothing. The outer
 * header keeps every byte in its place, but fields about the body are made to say nothing.
 */
export function unwrapSignedMail({ bytes, headers, root }: WrappedMail): Uint8Array | undefined {
  if (!OPAQUE.test(root.type)) return undefined
  const reading = parseCms(root.content)
  if (reading?.kind !== 'signed' || reading.content === undefined) return undefined
  const head = Buffer.from(bytes.subarray(0, root.bodyRange.start))
  for (const { key, range } of headers) {
    if (key.startsWith('content-') && range.start < head.length) head.write('X', range.start)
  }
  const lineBreak = head.subarray(-2).toString('latin1') === '\r\n' ? 2 : 1
  return Buffer.concat([head.subarray(0, head.length - lineBreak), toBuffer(reading.content)])
}
