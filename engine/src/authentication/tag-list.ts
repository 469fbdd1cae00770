import { limits } from '../limits.ts'

/**
 * `tag=value; tag=value` as DKIM, ARC and their keys use it (RFC 6376 §3.2). Undefined when a tag
 * stands twice or is no tag: the standard then declares the whole list void.
 */
export function parseTagList(value: string): ReadonlyMap<string, string> | undefined {
  const tags = new Map<string, string>()
  for (const piece of value.slice(0, limits.authenticationFieldCharsMax).split(';')) {
    const equals = piece.indexOf('=')
    if (equals < 0) {
      if (piece.trim() === '') continue
      return undefined
    }
    const name = piece.slice(0, equals).trim()
    if (!/^[A-Za-z][A-Za-z0-9_]{0,20}$/.test(name) || tags.has(name)) return undefined
    tags.set(name, piece.slice(equals + 1).trim())
  }
  return tags
}
