/** Addresses remembered, and how long they may be: 1,024 of 2,048 characters are some megabytes. */
const URLS_KEPT_MAX = 1024
const KEPT_CHARS_MAX = 2048

const known = new Map<string, Readonly<URL> | undefined>()

/**
 * A URL as a browser reads it (WHATWG URL); undefined when it is none. Remembers the last ones:
 * every technique about links asks for the same addresses, and mails repeat theirs.
 */
export function parseUrl(text: string): Readonly<URL> | undefined {
  const before = known.get(text)
  if (before !== undefined || known.has(text)) return before
  const url = URL.parse(text) ?? undefined
  if (text.length > KEPT_CHARS_MAX) return url
  if (known.size >= URLS_KEPT_MAX) known.clear()
  known.set(text, url)
  return url
}
