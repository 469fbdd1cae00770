import { toOrganisation } from '../../evidence/headers/organisation.ts'
import type { Link } from '../../evidence/message.ts'
import { remember } from '../../remember.ts'
import { parseUrl } from './parse-url.ts'
import { ANY_REDIRECT, URL_SERVICES, type UrlService } from './services.ts'

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
}

/** Wrappers inside wrappers: two gateways and a click counter make three. */
const WRAPPERS_MAX = 6
/** A wrapper's query grows by its own encoding; what is longer is no address somebody visits. */
const URL_CHARS_MAX = 16_384

/** Opens rewritten links layer by layer. Nothing is fetched. */
export function unwrapUrl(link: string): UnwrappedUrl {
  const wrappers: UrlStep[] = []
  let value = link
  while (wrappers.length < WRAPPERS_MAX) {
    const url = parseWebUrl(value)
    if (url === undefined) break
    const service = URL_SERVICES.find(({ host }) => host.test(url.hostname))
    const target = unwrapSafely(service ?? ANY_REDIRECT, url)
    if (target === undefined || parseWebUrl(target) === undefined) {
      if (service?.kind === 'security' && isWrapperPath(url))
        return { wrappers: [...wrappers, { value, service }], target: undefined }
      break
    }
    wrappers.push({ value, service: service ?? ANY_REDIRECT })
    value = target
  }
  return { wrappers, target: value }
}

/** `unwrapUrl` of a link's target; asked by several techniques. */
export function unwrapLink({ url }: Link): UnwrappedUrl {
  return unwrapKnown(url)
}

const unwrapKnown = remember(unwrapUrl, { answersMax: 1024, charsMax: 2048 })

/** A vendor's own home page is no wrapped link. */
function isWrapperPath(url: URL): boolean {
  return url.pathname.length > 8 || url.search.length > 8
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
  if (text.length > URL_CHARS_MAX || !/^https?:/i.test(text)) return undefined
  const url = parseUrl(text)
  return url === undefined || url.hostname === '' ? undefined : url
}

/** Registrable domain of a link's host; undefined when it is no web link. */
export function organisationOfUrl(link: string): string | undefined {
  const url = parseWebUrl(link)
  return url === undefined ? undefined : toOrganisation(url.hostname)
}
