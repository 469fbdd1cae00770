/** Domains at which a mailbox is the same with any dots (support.google.com “Dots don’t matter in Gmail addresses”). */
const DOTLESS: ReadonlySet<string> = new Set(['gmail.com', 'googlemail.com'])

/**
 * A mail address as its mailbox is reached: lower case, without the part behind a `+`, by which people sort their mail
 * (RFC 5233), and at Gmail without dots. To tell that two addresses are one mailbox; not to write to.
 */
export function foldMailbox(address: string): string {
  const lower = address.toLowerCase()
  const at = lower.lastIndexOf('@')
  const [local, domain] = [lower.slice(0, at), lower.slice(at + 1)]
  const plus = local.indexOf('+')
  const mailbox = plus > 0 ? local.slice(0, plus) : local
  return DOTLESS.has(domain) ? `${mailbox.replaceAll('.', '')}@gmail.com` : `${mailbox}@${domain}`
}
