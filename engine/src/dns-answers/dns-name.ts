import { toAsciiDomain } from '../evidence/headers/addresses.ts'

/**
 * A whole name in lower-case ASCII without the last dot; undefined when the text is none. In a zone
 * file that says where it begins, a name without a dot at its end goes on with that origin.
 */
export function toDnsName(text: string, origin = ''): string | undefined {
  const isWhole = text.endsWith('.') || origin === ''
  const whole = text === '@' ? origin : isWhole ? text.replace(/\.$/, '') : `${text}.${origin}`
  const name = toAsciiDomain(whole)
  if (name.length > 253 || !/^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})+$/.test(name)) return undefined
  // `s1._domainkey` of a zone file without its origin belongs to nobody.
  return /\._[^.]*$/.test(name) ? undefined : name
}
