import type { OmittedKind } from '../bulletin-content.ts'

/**
 * Places in a mail from which an indicator may be published. Everything about the recipient
 * (To, Cc, Received by, Message-ID) is absent here and therefore never goes out (T01–T08). So is what loads by itself, for
 * attackers borrow the recipient's logo from its own pages; links that only a quoted mail holds are asked about first.
 * Both are named among what is left out, and an analyst may add them.
 */
export const CONTEXTS: ReadonlySet<string> = new Set([
  'from',
  'reply-to',
  'return-path',
  'sender',
  'received',
  'link',
  'link-target',
  'file-link',
  'qr',
  'attachment',
  'archive-member',
  'embedded',
  'subject',
])

/** What readers are told is left out, for the places of which nothing goes out. */
export const LEFT_OUT: Readonly<Record<string, OmittedKind | undefined>> = {
  image: 'loaded-links',
  notice: 'attachments',
  card: 'attachments',
}

/** Where a domain stands that a mail shows as its sender's and that the receiving servers found not to have sent it. */
export const SPOOFED_FROM = 'spoofed-from'
