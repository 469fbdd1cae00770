import type { Traces } from '../traces.ts'
import type { NumberHit, NumberTrace } from './find-numbers.ts'
import { type AddressSpan, isInSpan, toAddress, toSpan } from './known-networks.ts'

export interface NetworkSearch {
  readonly traceCount: number
  /** What was entered as an address and is none. */
  readonly skipped: readonly string[]
  find(text: string): readonly NumberHit[]
}

interface KnownNetwork extends NumberTrace {
  readonly span: AddressSpan
}

/** Known addresses and networks in every form in which software takes an address. */
export function buildNetworkSearch(traces: Traces): NetworkSearch {
  const known: KnownNetwork[] = []
  const skipped: string[] = []
  for (const { id, ipAddresses } of traces.organisations) {
    for (const trace of new Set(ipAddresses)) {
      const span = toSpan(trace)
      if (span === undefined) skipped.push(trace)
      else known.push({ trace, organisationId: id, span })
    }
  }
  const forms = known.some(({ span }) => !span.isIpv4) ? [...FORMS, REVERSE_6] : FORMS
  return {
    traceCount: known.length,
    skipped,
    find(text) {
      if (known.length === 0) return []
      return forms.flatMap((form) => findForm(text, form, known))
    },
  }
}

function findForm(text: string, form: AddressForm, known: readonly KnownNetwork[]): NumberHit[] {
  const hits: NumberHit[] = []
  for (const match of text.matchAll(form.pattern)) {
    for (const written of form.read(match[0])) {
      const address = toAddress(written)
      const found = address && known.find(({ span }) => isInSpan(address, span))
      if (found === undefined) continue
      const { trace, organisationId } = found
      hits.push({ trace, organisationId, start: match.index, end: match.index + match[0].length })
      break
    }
  }
  return hits
}

/** One way of writing addresses, and the usual forms that a match of it may stand for. */
interface AddressForm {
  readonly pattern: RegExp
  read(match: string): readonly string[]
}

/** Marks that stand for the dot or hyphen between the parts; brackets defang (RFC 9424 §4). */
const DOT = String.raw`\s?[\[({]?\s?(?:[.．。｡․・_-]|dot|ドット)\s?[\])}]?\s?`
const PART = String.raw`0[xX][0-9A-Fa-f]{1,8}|[0-9０-９]{1,4}`

const FORMS: readonly AddressForm[] = [
  {
    // Decimal, octal with a leading zero, and hexadecimal parts in any mixture (inet_aton).
    pattern: new RegExp(
      String.raw`(?<![\d０-９])(?:${PART})(?:${DOT}(?:${PART})){3}(?![\d０-９])`,
      'giu',
    ),
    read(match) {
      const parts = (match.normalize('NFKC').match(/0x[0-9a-f]{1,8}|\d{1,4}/giu) ?? []).slice(0, 4)
      const decimal = parts.map((part) => String(Number(part)))
      const octal = parts.map((part) =>
        String(/^0[0-7]+$/u.test(part) ? Number.parseInt(part, 8) : Number(part)),
      )
      // Also as the names of reverse DNS have it.
      return [decimal, octal, decimal.toReversed()].map((four) => four.join('.'))
    },
  },
  {
    // The whole address as one number.
    pattern: /(?<![\w.])(?:0[xX][0-9A-Fa-f]{7,8}|[1-9]\d{7,9}|0[0-7]{10,12})(?![\w])/gu,
    read: (match) => toDotted(/^0[0-7]/u.test(match) ? Number.parseInt(match, 8) : Number(match)),
  },
  {
    // Fewer parts: the last stands for all that is left (inet_aton).
    pattern: /(?<![\w.])\d{1,3}\.(?:\d{1,3}\.)?\d{3,8}(?![\w.])/gu,
    read(match) {
      const parts = match.split('.').map(Number)
      const rest = parts.pop() ?? 0
      const head = parts.reduce((sum, part, at) => sum + part * 256 ** (3 - at), 0)
      return toDotted(head + rest)
    },
  },
  {
    pattern:
      /(?<![0-9A-Fa-f:])[0-9A-Fa-f]{0,4}(?:\[?:\]?[0-9A-Fa-f]{0,4}|\[::\][0-9A-Fa-f]{0,4}){2,7}(?:\d{0,3}(?:\.\d{1,3}){3})?/gu,
    read: (match) => [match.replace(/[[\]]/gu, '').toLowerCase()],
  },
]

/** Nibbles of `ip6.arpa` (RFC 3596 §2.5). */
const REVERSE_6: AddressForm = {
  pattern: /(?<![\w.])(?:[0-9A-Fa-f]\.){15,31}[0-9A-Fa-f](?=\.ip6)/gu,
  read(match) {
    const nibbles = match.split('.').toReversed().join('').padEnd(32, '0')
    return [(nibbles.match(/.{4}/gu) ?? []).join(':')]
  },
}

function toDotted(value: number): readonly string[] {
  if (!Number.isInteger(value) || value < 0 || value > 0xffff_ffff) return []
  return [[24, 16, 8, 0].map((bits) => Math.floor(value / 2 ** bits) % 256).join('.')]
}
