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

const ADDRESS =
  /([A-Za-z0-9._%+'-]{1,64})@([A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?\.[A-Za-z]{2,24})/g
const ADDRESSES_MAX = 300

/** Mail addresses in a text, in order, each with the name written before it. */
export function findAddressesInText(text: string): TextAddress[] {
  const found: TextAddress[] = []
  for (const match of text.matchAll(ADDRESS)) {
    const [address, localPart = '', host = ''] = match
    const split = splitDomain(host)
    if (split === undefined) continue
    const before = text.slice(Math.max(0, match.index - 80), match.index)
    found.push({
      address,
      localPart,
      domain: split.ascii,
      organisation: split.organisation,
      displayName:
        /([^\n<>:：;,"]{2,60})"?\s*[<＜[(]\s*(?:mailto:)?$/.exec(before)?.[1]?.trim() ?? '',
    })
    if (found.length >= ADDRESSES_MAX) break
  }
  return found
}
