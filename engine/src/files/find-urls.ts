import type { FileLink } from './file-reading.ts'

/** Web addresses as they stand in scripts, commands and documents; brackets and quotes end them. */
const URLS = /\b(?:https?|ftp):\/\/[^\s"'<>()[\]{}|\\^`\0]{3,2000}/gi
const URLS_MAX = 200

/** The addresses in a text, each once, in order. */
export function findUrls(text: string): readonly string[] {
  const found = new Set<string>()
  for (const [url] of text.matchAll(URLS)) {
    found.add(url.replace(/(?<![.,;:!?*])[.,;:!?*]+$/, ''))
    if (found.size >= URLS_MAX) break
  }
  return [...found]
}

/** The addresses in a text that a file holds, as links that a click or the file itself may follow. */
export function toFileLinks(text: string, kind: FileLink['kind'] = 'document'): FileLink[] {
  return findUrls(text).map((url) => ({ url, kind }))
}
