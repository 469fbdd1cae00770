import { domainToASCII } from 'node:url'
import { parse } from 'tldts'
import { RESERVED_TOPS, SECOND_LEVELS } from '../evidence/headers/reserved-names.ts'
import { findTenantSuffix } from '../evidence/headers/tenant-suffixes.ts'
import { toShownDomain } from '../to-shown-domain.ts'

/** A host name taken apart where its owner's choice begins. */
export interface SplitDomain {
  /** Lower-case ASCII (punycode), as it is compared and exported. */
  readonly ascii: string
  /** As the reader sees it: punycode decoded, lower case. */
  readonly shown: string
  /** Labels left of the registrable domain, as shown; empty when there are none. */
  readonly subdomain: string
  /** The registrable label, as shown: `kitahama` in `mail.kitahama.co.example`. */
  readonly label: string
  /** Public suffix, ASCII: `co.example`. */
  readonly suffix: string
  /** Label and suffix in ASCII. */
  readonly organisation: string
}

/** Label and suffix as a reader sees them; a bare label has no suffix. */
export function toDomainName({ label, suffix }: Pick<SplitDomain, 'label' | 'suffix'>): string {
  return suffix === '' ? label : `${label}.${suffix}`
}

const HOST_CHARS_MAX = 253

/** Splits a host name by the public suffix list; undefined when it is no host name. */
export function splitDomain(host: string): SplitDomain | undefined {
  const before = known.get(host)
  if (before !== undefined || known.has(host)) return before
  if (known.size >= HOSTS_KEPT_MAX) known.clear()
  const split = readDomain(host)
  known.set(host, split)
  return split
}

/** The same few thousand hosts occur in most mail; looking them up again is a third of the work. */
const HOSTS_KEPT_MAX = 8192
const known = new Map<string, SplitDomain | undefined>()

function readDomain(host: string): SplitDomain | undefined {
  if (host.length === 0 || host.length > HOST_CHARS_MAX) return undefined
  const ascii = toAscii(host)
  if (ascii === '' || /^[\d.]+$|[:[\]/@\s]/.test(ascii)) return undefined
  const suffix = suffixOf(ascii)
  const rest = ascii.length > suffix.length ? ascii.slice(0, -suffix.length - 1) : ''
  if (rest === '') return undefined
  const cut = rest.lastIndexOf('.')
  const label = rest.slice(cut + 1)
  const subdomain = cut < 0 ? '' : rest.slice(0, cut)
  return {
    ascii,
    shown: toShownDomain(ascii),
    subdomain: toShownDomain(subdomain),
    label: toShownDomain(label),
    suffix,
    organisation: `${label}.${suffix}`,
  }
}

function toAscii(host: string): string {
  const lower = host.toLowerCase().replace(/(?<!\.)\.+$/, '')
  return /^[a-z0-9._-]+$/.test(lower) ? lower : domainToASCII(lower)
}

/**
 * The public suffix list, with three additions. Reserved names (RFC 2606) stand for real ones, so
 * `co.example` behaves like `co.jp`. And under country domains that registries do not divide,
 * resellers do: in `company.com.cc` the name somebody chose is `company`. And some services give
 * names to their customers without being in the list.
 */
function suffixOf(ascii: string): string {
  const labels = ascii.split('.')
  const last = labels.at(-1) ?? ''
  const second = labels.at(-2) ?? ''
  const isDivided = RESERVED_TOPS.has(last) || (last.length === 2 && second.length <= 3)
  if (isDivided && labels.length > 2 && SECOND_LEVELS.has(second)) return `${second}.${last}`
  if (RESERVED_TOPS.has(last)) return last
  return findTenantSuffix(ascii) ?? parse(ascii, { allowPrivateDomains: true }).publicSuffix ?? last
}
