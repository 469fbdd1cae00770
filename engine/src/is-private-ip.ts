/**
 * Addresses that exist only inside somebody's network, or nowhere: RFC 1122 (this network, loopback), 1918, 3927,
 * 5771 (multicast), 6598, 6890 (192.0.0.0/24), 2544, and what is left of class E. The ranges for documentation
 * (RFC 5737) are not among them: nobody's network has them.
 */
const PRIVATE_IPV4 =
  /^(?:0|10|127|22[4-9]|2[34]\d|25[0-5])\.|^(?:169\.254|192\.168|192\.0\.0|172\.(?:1[6-9]|2\d|3[01])|198\.1[89]|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./

/** Unspecified and loopback, unique local (RFC 4193), link-local (4291), site-local (3879), multicast. */
const PRIVATE_IPV6 = /^(?:::1?$|f[cd][\da-f]{2}:|fe[89a-f][\da-f]:|ff[\da-f]{2}:)/

export function isPrivateIp(value: string): boolean {
  if (!value.includes(':')) return PRIVATE_IPV4.test(value)
  const text = toShortest(value)
  const inner = MAPPED.exec(text)
  return inner === null
    ? PRIVATE_IPV6.test(text)
    : PRIVATE_IPV4.test(toDotted(inner[1] ?? '0', inner[2] ?? '0'))
}

/** One address has many spellings; RFC 5952 knows one. */
function toShortest(value: string): string {
  const [address = ''] = value.split('%', 1)
  const host = URL.parse(`http://[${address}]/`)?.hostname
  return host === undefined ? address.toLowerCase() : host.slice(1, -1)
}

/** IPv4 written as IPv6 (RFC 4291 §2.5.5.2). */
const MAPPED = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/

function toDotted(high: string, low: string): string {
  const [upper, lower] = [Number.parseInt(high, 16), Number.parseInt(low, 16)]
  return [upper >> 8, upper & 255, lower >> 8, lower & 255].join('.')
}
