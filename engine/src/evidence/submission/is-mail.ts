import { parseMessage } from '../parse-message.ts'

/** Fields of which every mail has one, and other text files none at the beginning of a line. */
const MAIL_FIELDS: ReadonlySet<string> = new Set(
  'from to cc subject date received message-id return-path delivered-to mime-version reply-to sender'.split(
    ' ',
  ),
)

/** Whether these bytes are a mail: they begin with header fields, and one of them is a mail's. */
export function isMail(bytes: Uint8Array): boolean {
  return parseMessage(bytes).headers.some(({ key }) => MAIL_FIELDS.has(key))
}
