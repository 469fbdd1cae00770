import { splitDomain } from '../../register/split-domain.ts'

/** A mail address found in running text. */
export interface TextAddress {
  readonly address: string
  readonly localPart: string
  readonly domain: string
  readonly organisation: string
  /** The name in front of it, when it stands in angle brackets. */
  readonly displayName: string
}

const LOCAL_PART = /[A-Za-z0-9._%+'-]{1,64}$/
const LOCAL_CHARS_MAX = 64
const HOST = /[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?\.[A-Za-z]{2,24}/y
const ADDRESSES_MAX = 300

/** Mail addresses in a text, in order, each with the name written before it. */
export function findAddressesInText(text: string): TextAddress[] {
  const found: TextAddress[] = []
  let last = 0
  // From one `@` to the next: most of a text is nowhere near an address.
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const before = text.slice(Math.max(last, at - LOCAL_CHARS_MAX), at)
    const localPart = LOCAL_PART.exec(before)?.[0]
    const host = localPart === undefined ? undefined : readHost(text, at + 1)
    if (localPart === undefined || host === undefined) continue
    last = at + 1 + host.length
    const split = splitDomain(host)
    if (split === undefined) continue
    found.push({
      address: `${localPart}@${host}`,
      localPart,
      domain: split.ascii,
      organisation: split.organisation,
      displayName: findNameBefore(text, at - localPart.length),
    })
    if (found.length >= ADDRESSES_MAX) break
  }
  return found
}

function readHost(text: string, start: number): string | undefined {
  HOST.lastIndex = start
  return HOST.exec(text)?.[0]
}

/** What stands before the bracket that opens in front of an address. */
function findNameBefore(text: string, end: number): string {
  const before = text.slice(Math.max(0, end - 80), end)
  return /([^\n<>:：;,"]{2,60})"?\s{0,8}[<＜[(]\s{0,8}(?:mailto:)?$/.exec(before)?.[1]?.trim() ?? ''
}
