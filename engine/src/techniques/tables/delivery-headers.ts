/** Fields in which servers note the mailbox that they delivered a mail to. */
export const DELIVERY_HEADERS: ReadonlySet<string> = new Set([
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-envelope-to',
  'x-forwarded-to',
  'x-rcpt-to',
  'x-rcptto',
  'x-delivered-to',
  'x-real-to',
  'x-apparently-to',
  'x-resolved-to',
  'x-original-delivered-to',
  'x-envelope-recipient',
  'original-recipient',
  'x-original-recipient',
  'x-ms-exchange-organization-originalenveloperecipients',
])
