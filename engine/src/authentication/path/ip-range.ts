import { isIpv4 } from '../../evidence/headers/ip-address.ts'

/**
 * Addresses that no machine of the open internet can send from: private, loopback and link-local
 * ones (RFC 6890). A server that saw one spoke with a neighbour.
 */
export function isInternalIp(ip: string): boolean {
  if (isIpv4(ip)) return INTERNAL_IPV4.test(ip)
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(ip)?.[1]
  return mapped === undefined ? INTERNAL_IPV6.test(ip) : INTERNAL_IPV4.test(mapped)
}

const INTERNAL_IPV4 =
  /^(?:10\.|127\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/
/** Google writes its inner machines as 6to4 of 10/8 (`2002:a05:…`). */
const INTERNAL_IPV6 = /^(?:::1$|fe[89ab][0-9a-f]:|f[cd][0-9a-f]{2}:|2002:0?a[0-9a-f]{2}:)/i

/** Machines inside Exchange Online; what customers send leaves from other ranges. */
export function isExchangeOnlineIp(ip: string): boolean {
  return /^2603:10[0-9a-f]{2}:/i.test(ip)
}
