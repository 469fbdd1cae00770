import type { Finding } from '../technique.ts'

/** Techniques that hide who writes, or who reads the answer. */
const ABOUT_SENDER: ReadonlySet<string> = new Set([
  'auth',
  'cc-altered',
  'executive',
  'freemail',
  'fresh-domain',
  'from-display',
  'lookalike',
  'naming-rule',
  'recipient-in-sender',
  'reply-to',
  'return-path',
  'taken-account',
  'thread-hijack',
])

/** Techniques that hide where a link or a file leads. */
const ABOUT_LINK: ReadonlySet<string> = new Set([
  'genuine-host',
  'html-attachment',
  'icon-link',
  'link-mismatch',
  'pdf-link',
  'recipient-in-url',
  'url-wrapped',
])

/** Findings that the sender is not who the mail says, strong enough to count. */
export function listForgeries(found: readonly Finding[]): Finding[] {
  return found.filter(({ technique, weight }) => weight !== 'weak' && ABOUT_SENDER.has(technique))
}

/** Findings that a link or page is not what the mail says, strong enough to count. */
export function listLinkTricks(found: readonly Finding[]): Finding[] {
  return found.filter(({ technique, weight }) => weight !== 'weak' && ABOUT_LINK.has(technique))
}
