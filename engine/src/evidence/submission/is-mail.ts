import { detectType } from '../../files/types/detect-type.ts'
import { parseMessage } from '../parse-message.ts'

/** Fields of which every mail has one, and other text files none at the beginning of a line. */
const MAIL_FIELDS: ReadonlySet<string> = new Set(
  'from to cc bcc subject date received message-id return-path delivered-to mime-version reply-to sender content-type content-transfer-encoding in-reply-to references dkim-signature user-agent x-mailer'.split(
    ' ',
  ),
)

/**
 * Whether these bytes are a mail: they begin with header fields, and one of them is a mail's. A text
 * that is named like a mail lost its header on the way and is one all the same.
 */
export function isMail(bytes: Uint8Array, fileName = ''): boolean {
  if (/\.eml$/i.test(fileName) && bytes.length > 0 && isText(bytes, fileName)) return true
  return parseMessage(bytes).headers.some(({ key }) => MAIL_FIELDS.has(key))
}

const HEAD_BYTES = 4_096

/** No known type but those that a mail's own text may have, and no NUL. */
function isText(bytes: Uint8Array, fileName: string): boolean {
  const type = detectType(bytes, fileName)
  const isFree = type === undefined || type === 'message/rfc822' || type === 'text/html'
  return isFree && !bytes.subarray(0, HEAD_BYTES).includes(0)
}
