/** Fields in which servers note the mailbox that they delivered a mail to. */
export const DELIVERY_HEADERS: ReadonlySet<string> = new Set([
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-envelope-to',
  'x-forwarded-to',
])
