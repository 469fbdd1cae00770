/** Whether this is an IPv4 address in dotted decimal, nothing else. */
export function isIpv4(text: string): boolean {
  if (!FOUR_NUMBERS.test(text)) return false
  return text.split('.').every((byte) => Number(byte) <= 255)
}

const FOUR_NUMBERS = /^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}$/

/** Whether this is an IPv6 address (RFC 4291 §2.2), without zone and brackets. */
export function isIpv6(text: string): boolean {
  if (text.length > 45 || !text.includes(':') || text.includes(':::')) return false
  const halves = text.split('::')
  if (halves.length > 2) return false
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  const last = groups.at(-1) ?? ''
  const hasIpv4 = last.includes('.')
  if (hasIpv4 && !isIpv4(last)) return false
  const hex = hasIpv4 ? groups.slice(0, -1) : groups
  if (!hex.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false
  const count = hex.length + (hasIpv4 ? 2 : 0)
  return halves.length === 2 ? count < 8 : count === 8
}

/** The address in a bracketed or bare form as Received fields write it; undefined when it is none. */
export function parseIp(text: string): string | undefined {
  if (!MAY_BE_IP.test(text)) return undefined
  const bare = text
    .trim()
    .replace(/^\[?(?:IPv6:)?/i, '')
    .replace(/\]$/, '')
    .replace(/%[^]*/, '')
  if (isIpv4(bare)) return bare
  return isIpv6(bare) ? bare.toLowerCase() : undefined
}

/** Every IPv4 address begins with a digit, every IPv6 address has a colon; host names have neither. */
const MAY_BE_IP = /^\s*\[?\d|:/
