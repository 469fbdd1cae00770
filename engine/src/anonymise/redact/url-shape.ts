import { refang } from '../../refang.ts'
import type { NameIndex } from './match-names.ts'
import { isOpaque, readToken } from './opaque-token.ts'

/** Stands for a part of a link that is not published. */
export const TOKEN = '{token}'

/** A link reduced to what its readers have in common. */
export interface UrlShape {
  /** Refanged, tokens replaced. */
  readonly value: string
  readonly host: string
  readonly hasTokens: boolean
  /** A part names somebody known, plain or encoded. */
  readonly namesSomebody: boolean
}

const PARTS =
  /^(?<scheme>[a-z][a-z\d+.-]{1,15}):\/\/(?:[^/?#@\s]{0,400}@)?(?<host>\[[\da-f:.]{2,45}\]|[^/?#:\s]{1,255})(?<port>:\d{1,5})?(?<path>[^?#]*)(?:\?(?<query>[^#]*))?(?:#(?<fragment>.*))?$/isu

/** Scheme, host and the shape of the path; user names are dropped, tokens replaced (T19). */
export function toUrlShape(url: string, names: NameIndex): UrlShape | undefined {
  const groups = PARTS.exec(refang(url))?.groups
  if (groups === undefined) return undefined
  const { scheme = '', host = '', port = '', path = '', query, fragment } = groups
  let hasTokens = false
  let namesSomebody = false
  const shape = (part: string): string => {
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
  const labels = host.toLowerCase().split('.')
  const shownHost = labels
    // The registered name is a question of its own; only what stands before it can be a token.
    .map((label, index) => (index < labels.length - 2 ? shape(label) : label))
    .join('.')
  const shownPath = path.split('/').map(shape).join('/')
  const shownQuery = query === undefined ? '' : `?${query.split('&').map(shapePair).join('&')}`
  const shownFragment = fragment === undefined || fragment === '' ? '' : `#${hide(fragment)}`

  function shapePair(pair: string): string {
    const [key = '', ...value] = pair.split('=')
    const shownKey = /^[a-z_]{1,12}$/iu.test(key) ? shape(key) : hide(key)
    return value.length === 0 ? shownKey : `${shownKey}=${hide(value.join('='))}`
  }
  return {
    value: `${scheme.toLowerCase()}://${shownHost}${port}${shownPath}${shownQuery}${shownFragment}`,
    host: labels.join('.'),
    hasTokens,
    namesSomebody,
  }
}
