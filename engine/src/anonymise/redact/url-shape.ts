import { refang } from '../../refang.ts'
import type { NameIndex } from './match-names.ts'
import { type HostShape, TOKEN, toHostName, toHostShape } from './host-shape.ts'
import { isOpaque, readToken } from './opaque-token.ts'

/** A link reduced to what its readers have in common. */
export interface UrlShape {
  /** Refanged, tokens replaced. */
  readonly value: string
  /** The same with nothing left of what stands below the registered domain. */
  readonly underRegistered: string
  /** The same as it would be at another host. */
  readonly under: (host: string) => string
  readonly host: string
  readonly shownHost: HostShape
  /** Whether anything stands behind the host. */
  readonly hasPath: boolean
  readonly hasTokens: boolean
  /** A part names somebody known, plain or encoded. */
  readonly namesSomebody: boolean
}

const PARTS =
  /^(?<scheme>[a-z][a-z\d+.-]{1,15}):\/\/(?:[^/?#@\s]{0,400}@)?(?<host>\[[\da-f:.]{2,45}\]|[^/?#:\s]{1,255})(?<port>:\d{1,5})?(?<path>[^?#]*)(?:\?(?<query>[^#]*))?(?:#(?<fragment>.*))?$/isu

/** Scheme, host and the shape of the path; user names are dropped, tokens replaced, segments at the places of `varying` too (T19). */
export function toUrlShape(
  url: string,
  names: NameIndex,
  varying: readonly number[] = [],
): UrlShape | undefined {
  const groups = PARTS.exec(refang(url))?.groups
  if (groups === undefined) return undefined
  const { scheme = '', host = '', port = '', path = '', query, fragment } = groups
  const shownHost = toHostShape(host, names)
  let { hasTokens, namesSomebody } = shownHost
  const shape = (part: string): string => {
    const ending = ENDING.exec(part)?.[0] ?? ''
    const shown = shapeWhole(part.slice(0, part.length - ending.length))
    return `${shown}${ending}`
  }
  const shapeWhole = (part: string): string => {
    const isNaming = part !== '' && readToken(part).some((text) => names.has(text))
    if (isNaming) namesSomebody = true
    if (!isNaming && !isOpaque(part)) return part
    hasTokens = true
    return TOKEN
  }
  const hide = (part: string): string => {
    shape(part)
    if (part === '') return ''
    hasTokens = true
    return TOKEN
  }
  const parts = path.split('/')
  const isTime = findTimes(parts)
  const shownPath = parts
    .map((part, at) => (varying.includes(at - 1) || isTime(at) ? hide(part) : shape(part)))
    .join('/')
  const shownQuery = query === undefined ? '' : `?${query.split('&').map(shapePair).join('&')}`
  const shownFragment = fragment === undefined || fragment === '' ? '' : `#${hide(fragment)}`

  function shapePair(pair: string): string {
    const [key = '', ...value] = pair.split('=')
    const shownKey = /^[a-z_]{1,12}$/iu.test(key) ? shape(key) : hide(key)
    return value.length === 0 ? shownKey : `${shownKey}=${hide(value.join('='))}`
  }
  const rest = `${port}${shownPath}${shownQuery}${shownFragment}`
  const under = (shown: string): string => `${scheme.toLowerCase()}://${shown}${rest}`
  return {
    value: under(shownHost.value),
    underRegistered: under(`${TOKEN}.${shownHost.registered}`),
    under,
    host: toHostName(host),
    shownHost,
    hasPath: /[^/?#]/u.test(`${path}${query ?? ''}${fragment ?? ''}`),
    hasTokens,
    namesSomebody,
  }
}

/**
 * Which parts of a path go on from a year and a month to the second (`/2026/11/26/10/15/22/`): when a page was made for
 * one recipient tells the sender which (T13). A day alone stands in the links of every news page.
 */
function findTimes(parts: readonly string[]): (at: number) => boolean {
  const times = new Set<number>()
  let run = 0
  for (const [at, part] of parts.entries()) {
    run = /^\d{1,4}$/u.test(part) ? run + 1 : 0
    if (run >= TIME_PARTS_MIN)
      for (let back = 0; back < run - MONTH_PARTS; back += 1) times.add(at - back)
  }
  return (at) => times.has(at)
}
const TIME_PARTS_MIN = 4
const MONTH_PARTS = 2

/** What a file is says nothing of whom it was sent to. */
const ENDING =
  /(?<=.)\.(?:html?|php|aspx?|jsp|cgi|js|css|json|xml|txt|gif|png|jpe?g|svg|webp|ico|pdf|docx?|xlsx?|pptx?|zip|rar|7z|iso|exe|dll|lnk|hta|vbs|ps1|apk)$/iu
