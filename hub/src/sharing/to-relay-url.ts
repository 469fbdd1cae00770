const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u

/**
 * The relay's address as the mailer wants it. A plain `smtp:` relay on another machine has to offer STARTTLS
 * (RFC 3207), or notices stay in the outbox: somebody on the way could else take the offer out and read along.
 * Who trusts the way in between says so with `?requireTLS=false`.
 */
export function toRelayUrl(relayUrl: string): string {
  const url = new URL(relayUrl)
  if (url.protocol !== 'smtp:' || LOOPBACK.test(url.hostname)) return relayUrl
  if (!url.searchParams.has('requireTLS')) url.searchParams.set('requireTLS', 'true')
  return url.href
}
