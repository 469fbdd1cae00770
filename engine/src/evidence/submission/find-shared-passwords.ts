import { findPasswords } from '../../files/archives/find-passwords.ts'
import { limits } from '../../limits.ts'
import { parseMessage } from '../parse-message.ts'
import type { EvidenceMail } from './evidence-mail.ts'

/** Mails looked through; who hands in an archive and its password hands in a few mails. */
const MAILS_MAX = 20

/**
 * Words that may be passwords, from all mails of one submission. In Japan the archive comes in one
 * mail and its password in the next (PPAP), and attackers do the same.
 */
export function findSharedPasswords(mails: readonly EvidenceMail[]): readonly string[] {
  if (mails.length < 2 || mails.length > MAILS_MAX) return []
  const words = mails.flatMap(({ bytes }) => {
    const { subject, shownText } = parseMessage(bytes)
    return findPasswords(`${subject}\n${shownText}`)
  })
  return [...new Set(words)].slice(0, limits.passwordsMax / 2)
}
