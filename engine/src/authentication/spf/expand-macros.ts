/** What the letters of a macro stand for (RFC 7208 §7.2). */
export interface MacroValues {
  readonly sender: string
  readonly domain: string
  readonly helo: string
  readonly ip: readonly number[]
}

const MACRO = /%(?:\{([a-z])(\d{0,3})(r?)([-.+,/_=]{0,7})\}|([%_-]))/gi
const NAME_CHARS_MAX = 253

/** Expands `%{…}` in a domain-spec (RFC 7208 §7); undefined when it has a syntax error. */
export function expandMacros(text: string, values: MacroValues): string | undefined {
  if (!text.includes('%')) return text
  let isBroken = false
  const expanded = text.replace(
    MACRO,
    (_all, letter?: string, digits = '', reverse = '', delimiters = '', sign?: string) => {
      if (letter === undefined) return sign === '%' ? '%' : sign === '_' ? ' ' : '%20'
      const value = toValue(letter.toLowerCase(), values)
      if (value === undefined || digits === '0') isBroken = true
      return transform(value ?? '', Number(digits), reverse !== '', String(delimiters) || '.')
    },
  )
  if (isBroken || text.replace(MACRO, '').includes('%')) return undefined
  // Longer names lose labels from the left until they fit (RFC 7208 §7.3).
  let name = expanded
  while (name.length > NAME_CHARS_MAX && name.includes('.'))
    name = name.slice(name.indexOf('.') + 1)
  return name
}

function toValue(letter: string, { sender, domain, helo, ip }: MacroValues): string | undefined {
  const at = sender.lastIndexOf('@')
  if (letter === 's') return sender
  if (letter === 'l') return at < 0 ? 'postmaster' : sender.slice(0, at)
  if (letter === 'o') return sender.slice(at + 1)
  if (letter === 'd') return domain
  if (letter === 'h') return helo
  // The validated name needs answers nobody records; the standard's word for it is "unknown".
  if (letter === 'p') return 'unknown'
  if (letter === 'v') return ip.length === 4 ? 'in-addr' : 'ip6'
  if (letter !== 'i') return undefined
  if (ip.length === 4) return ip.join('.')
  return ip.flatMap((byte) => [(byte >> 4).toString(16), (byte & 15).toString(16)]).join('.')
}

function transform(value: string, count: number, isReversed: boolean, delimiters: string): string {
  const parts: string[] = ['']
  for (const sign of value) {
    if (delimiters.includes(sign)) parts.push('')
    else parts.push(`${parts.pop() ?? ''}${sign}`)
  }
  const ordered = isReversed ? parts.toReversed() : parts
  return (count > 0 ? ordered.slice(-count) : ordered).join('.')
}
