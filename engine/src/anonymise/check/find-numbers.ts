import { type AddressSpan, isInSpan, toAddress, toSpan } from './known-networks.ts'
import type { Traces } from '../traces.ts'

/** A telephone, account or customer number, or a network address, ready to be recognised. */
interface NumberTrace {
  readonly trace: string
  readonly organisationId: string
}

export interface NumberIndex {
  readonly digits: ReadonlyMap<string, NumberTrace>
  readonly addresses: ReadonlyMap<string, NumberTrace & { readonly span: AddressSpan }>
}

/** Shorter runs of digits occur everywhere; a four-digit extension names nobody by itself. */
const DIGITS_MIN = 6

export function buildNumberIndex(traces: Traces): NumberIndex {
  const digits = new Map<string, NumberTrace>()
  const addresses = new Map<string, NumberTrace & { span: AddressSpan }>()
  for (const { id, numbers, ipAddresses } of traces.organisations) {
    for (const trace of numbers) {
      const plain = toDigits(trace)
      if (plain.length >= DIGITS_MIN) digits.set(plain, { trace, organisationId: id })
    }
    for (const trace of ipAddresses) {
      const span = toSpan(trace)
      if (span !== undefined) addresses.set(trace, { trace, organisationId: id, span })
    }
  }
  return { digits, addresses }
}

/** Digits and capital letters of an account (IBAN) without separators; +81 3 and 03 are the same number. */
function toDigits(written: string): string {
  const plain = written
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z+]/gu, '')
  return plain.replace(/^\+?81(?=[1-9]\d{7,})0?/u, '0').replace(/\+/gu, '')
}

export interface NumberHit extends NumberTrace {
  readonly start: number
  readonly end: number
}

const WRITTEN_NUMBER = /[+(]?[0-9A-Z](?:[\s().‐‑–ー−-]{0,2}[0-9A-Z]){5,39}/gu
const WRITTEN_ADDRESS =
  /(?<![\d.])\d{1,3}(?:\[?\.\]?\d{1,3}){3}(?![\d])|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}/gu

/** Known numbers in a text, however they are spaced; whole runs of digits only. */
export function findNumbers(text: string, index: NumberIndex): readonly NumberHit[] {
  const hits: NumberHit[] = []
  const plain = toPlainDigits(text)
  if (index.digits.size > 0) hits.push(...findDigits(plain, index))
  if (index.addresses.size === 0) return hits
  const known = [...index.addresses.values()]
  for (const match of plain.toLowerCase().matchAll(WRITTEN_ADDRESS)) {
    const written = match[0].replace(/[[\]]/gu, '')
    const address = toAddress(written)
    const found = address && known.find(({ span }) => isInSpan(address, span))
    if (found === undefined) continue
    const { trace, organisationId } = found
    hits.push({ trace, organisationId, start: match.index, end: match.index + match[0].length })
  }
  return hits
}

function findDigits(plain: string, index: NumberIndex): readonly NumberHit[] {
  const hits: NumberHit[] = []
  for (const match of plain.matchAll(WRITTEN_NUMBER)) {
    const groups = [...match[0].matchAll(/[+(]?[0-9A-Z]+\)?/gu)]
    for (let first = 0; first < groups.length; first += 1) {
      for (let last = first; last < groups.length && last < first + 10; last += 1) {
        const from = groups[first]?.index ?? 0
        const lastGroup = groups[last]
        const to = (lastGroup?.index ?? 0) + (lastGroup?.[0].length ?? 0)
        const found = index.digits.get(toDigits(match[0].slice(from, to)))
        if (found !== undefined) {
          hits.push({ ...found, start: match.index + from, end: match.index + to })
        }
      }
    }
  }
  return hits
}

/** Full-width digits to ASCII, unit by unit, so that positions stay. */
function toPlainDigits(text: string): string {
  return text.replace(/[！-～]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
}
