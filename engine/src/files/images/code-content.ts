import { splitDomain } from '../../register/split-domain.ts'
import type { FileLink, FileSign } from '../file-reading.ts'

/** What one QR code says: an address to open, or a text to show. */
export interface CodeContent {
  readonly links: readonly FileLink[]
  readonly signs: readonly FileSign[]
}

const CHARS_MAX = 8_000

/** Sorts the texts of codes into links and signs. */
export function toCodeContent(texts: readonly string[]): CodeContent {
  const links: FileLink[] = []
  const signs: FileSign[] = []
  for (const text of texts) {
    const url = toUrl(text.slice(0, CHARS_MAX))
    if (url === undefined) signs.push({ kind: 'qr-code', excerpt: text })
    else links.push({ kind: 'qr', url })
  }
  return { links, signs }
}

/** Phones open addresses written without a scheme, and forgive capitals and spaces around. */
function toUrl(text: string): string | undefined {
  const url = text.trim()
  if (/^https?:/i.test(url)) return url.replace(/\s/g, '')
  const wrapped = /(?:^|[\s:;,])(https?:\/\/[^\s;]+)/i.exec(url)?.[1]
  if (wrapped !== undefined) return wrapped
  if (/^[a-z][a-z0-9+.-]{1,20}:(?!\d)/i.test(url) || /[\s@]/.test(url)) return undefined
  const host = /^[^/?#:]{4,253}/.exec(url)?.[0] ?? ''
  const split = host.includes('.') ? splitDomain(host) : undefined
  const isHost = split !== undefined && /^[a-z]{2,24}$|^xn--/i.test(host.split('.').at(-1) ?? '')
  return isHost ? `http://${url}` : undefined
}
