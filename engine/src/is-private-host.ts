import { isPrivateIp } from './is-private-ip.ts'

/**
 * A host that only somebody's own network knows: links to it in a document show whose document it was.
 * RFC 6762 (.local), RFC 8375 (home.arpa), RFC 6761 (.localhost), ICANN's .internal, and the names companies
 * gave themselves.
 */
export function isPrivateHost(written: string): boolean {
  const host = written.toLowerCase().replace(/\.$/u, '')
  if (/^[\d.]+$|^\[|:/u.test(host)) return isPrivateIp(host.replace(/^\[|\]$/gu, ''))
  return !host.includes('.') || PRIVATE_SUFFIX.test(host)
}

const PRIVATE_SUFFIX =
  /\.(?:local|internal|intranet|intra|lan|corp|home|private|localdomain|localhost|home\.arpa)$/u
