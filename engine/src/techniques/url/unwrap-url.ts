import { toOrganisation } from '../../evidence/headers/organisation.ts'
import { HIERARCHICAL, toNetworkUrl } from '../../evidence/links/to-network-url.ts'
import type { Link } from '../../evidence/message.ts'
import { limits } from '../../limits.ts'
import { remember } from '../../remember.ts'
import { parseUrl } from './parse-url.ts'
import { ANY_REDIRECT } from './any-redirect.ts'
import { findService, type UrlService } from './services.ts'

export interface UrlStep {
  readonly value: string
  readonly service: UrlService
}

/** Where a link really leads, as far as the link itself tells. */
export interface UnwrappedUrl {
  /** Wrappers from the outside in; empty for a plain link. */
  readonly wrappers: readonly UrlStep[]
  /** The innermost address; undefined when a wrapper keeps its target secret. */
  readonly target: string | undefined
  /** The innermost address that is known: the target, or the wrapper that keeps its target secret. */
  readonly reached: string
  /** Host of a secret target, where the wrapper tells that much. */
  readonly targetHost?: string
}

/** Wrappers inside wrappers: two gateways and a click counter make three. */
const WRAPPERS_MAX = 6

/** Opens rewritten links layer by layer. Nothing is fetched. */
export function unwrapUrl(link: string): UnwrappedUrl {
  const wrappers: UrlStep[] = []
  let value = toNetworkUrl(link) ?? link
  while (wrappers.length < WRAPPERS_MAX) {
    const url = parseWebUrl(value)
    if (url === undefined) break
    const service = findService(url) ?? ANY_REDIRECT
    const target = unwrapSafely(service, url)
    if (target === undefined || target === value || parseWebUrl(target) === undefined) {
      if (KEEPERS.has(service.kind) && isWrapperPath(service, url))
        return toSecret([...wrappers, { value, service }], url)
      break
    }
    wrappers.push({ value, service })
    value = target
  }
  return { wrappers, target: value, reached: value }
}

/** Services of these kinds always lead on, also where the link does not tell where to. */
const KEEPERS: ReadonlySet<UrlService['kind']> = new Set(['security', 'shortener', 'counter'])

function toSecret(wrappers: readonly UrlStep[], url: URL): UnwrappedUrl {
  const reached = wrappers.at(-1)?.value ?? ''
  const host = wrappers.at(-1)?.service.hostOf?.(url)?.toLowerCase()
  const isHost = host !== undefined && /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(host)
  return { wrappers, target: undefined, reached, ...(isHost ? { targetHost: host } : {}) }
}

/** `unwrapUrl` of a link's target; asked by several techniques. */
export function unwrapLink({ url }: Link): UnwrappedUrl {
  return unwrapKnown(url)
}

const unwrapKnown = remember(unwrapUrl, { answersMax: 1024, charsMax: 2048 })

/** A vendor's own home page is no wrapped link. */
function isWrapperPath({ kind }: UrlService, url: URL): boolean {
  return kind !== 'security' || url.pathname.length > 8 || url.search.length > 8
}

function unwrapSafely(service: UrlService, url: URL): string | undefined {
  try {
    return service.unwrap(url)?.trim().replace(/^\/\//, 'https://')
  } catch {
    return undefined
  }
}

/** An http or https address; undefined for anything else. */
export function parseWebUrl(text: string): URL | undefined {
  if (text.length > limits.urlCharsMax || !/^https?:/i.test(text)) return undefined
  const url = parseUrl(text)
  return url === undefined || url.hostname === '' ? undefined : url
}

/** An address with a host, of whatever scheme; undefined for anything else. */
export function parseHostUrl(text: string): URL | undefined {
  const scheme = /^([a-z][a-z\d+.-]{1,15}):/iu.exec(text)?.[1]?.toLowerCase() ?? ''
  if (scheme !== 'file' && !HIERARCHICAL.has(scheme)) return parseWebUrl(text)
  const url = text.length > limits.urlCharsMax ? undefined : parseUrl(text)
  return url === undefined || url.hostname === '' ? undefined : url
}

/** Registrable domain of a link's host; undefined when it is no web link. */
export function organisationOfUrl(link: string): string | undefined {
  const url = parseWebUrl(link)
  return url === undefined ? undefined : toOrganisation(url.hostname)
}
