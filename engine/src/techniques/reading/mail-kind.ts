import type { Message } from '../../evidence/message.ts'
import { hasBulkCompany, hasListCompany } from './list-company.ts'
import { memoise } from './memoise.ts'

/**
 * A mailing list stands between writer and reader and may rewrite sender headers. `List-Id` by itself
 * (RFC 2919) is on every newsletter, and in the forged mail that is made from one; a list to which
 * people write is named after the address to which this mail was written, or says more of itself.
 * All of that is believed in company only.
 */
export const isListMail = memoise(
  (message: Message): boolean => isCalledList(message) && hasListCompany(message),
)

function isCalledList(message: Message): boolean {
  if (LIST_HEADERS.some((name) => message.header(name).length > 0)) return true
  if (isWrittenToList(message)) return true
  if (/\blist\b/i.test(message.header('precedence')[0]?.value ?? '')) return true
  const sender = message.addresses('sender')[0]?.localPart ?? ''
  return /^owner-|-owner$|-bounces?(?:[+=]|$)|-admin$|-request$/i.test(sender)
}

const LIST_HEADERS = [
  'list-post',
  'mailing-list',
  'x-mailing-list',
  'x-beenthere',
  'x-ml-name',
  'x-mlserver',
  'x-ml-count',
  'x-loop',
  'delivered-to-list',
  'x-egroups-return',
]

/** `List-Id: <users.lists.example>` on mail to `users@lists.example`. */
function isWrittenToList(message: Message): boolean {
  const [field] = message.header('list-id')
  if (field === undefined) return false
  const id = field.value.toLowerCase()
  return ['to', 'cc'].some((name) =>
    message
      .addresses(name)
      .some(({ localPart, domain }) =>
        domain === '' ? false : id.includes(`${localPart}.${domain}`.toLowerCase()),
      ),
  )
}

/** Sent to many by a program that says so: newsletters, receipts, notices. */
export const isBulkMail = memoise(
  (message: Message): boolean =>
    (isCalledBulk(message) && hasBulkCompany(message)) || isListMail(message),
)

function isCalledBulk(message: Message): boolean {
  if (BULK_HEADERS.some((name) => message.header(name).length > 0)) return true
  return /bulk|junk|list/i.test(message.header('precedence')[0]?.value ?? '')
}

const BULK_HEADERS = [
  'list-id',
  'list-unsubscribe',
  'list-help',
  'feedback-id',
  'x-csa-complaints',
  'x-campaign',
  'x-campaignid',
  'x-mailer-recptid',
]

/** Bulk mail, or mail that offers to leave a list in its text. Anybody can write that: for weak signs only. */
export const isNewsletter = memoise((message: Message): boolean => {
  return isBulkMail(message) || LEAVE_LIST.test(message.shownText)
})

const LEAVE_LIST =
  /unsubscrib|opt[- ]?out|email preferences|配信(?:停止|解除)|購読(?:解除|停止)|メルマガ/i

/** Answers and forwards carry other people's text, links and addresses. */
export function isReply(message: Message): boolean {
  if (message.header('in-reply-to').length > 0 || message.header('references').length > 0)
    return true
  return /^\s*(?:re|fw|fwd|aw|wg|sv|tr|返信|転送)\s{0,8}(?:\[\d{1,4}\])?\s{0,8}[:：]/i.test(
    message.subject,
  )
}

/** Mail made by a calendar program. */
export function isCalendarMail(message: Message): boolean {
  return message.parts.some((part) => part.type === 'text/calendar')
}
