import { createHash } from 'node:crypto'
import type { MailAnalysis } from 'engine'

/**
 * What makes mails one operation in J-CRAT's sense (SPEC R-0): identical sender, subject, text and attachments.
 * SHA-256 over the four, folded in width, case of the address and white space, so that another relay's
 * line breaks do not part what belongs together. Absent for a mail without text and attachment: sender
 * and subject alone would tie strangers.
 */
export function toOperationKey(analysis: MailAnalysis): string | undefined {
  const { message, artefacts } = analysis
  const text = fold(message.shownText)
  const attachments = artefacts
    .filter((artefact) => artefact.kind === 'attachment')
    .map((artefact) => artefact.sha256)
    .toSorted()
  if (text === '' && attachments.length === 0) return undefined
  const sender = message.from?.address.toLowerCase() ?? ''
  return createHash('sha256')
    .update(JSON.stringify([sender, fold(message.subject), text, attachments]))
    .digest('hex')
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim()
}
