import type { Message } from '../../evidence/message.ts'
import { SAMPLE_PASSWORD } from './find-passwords.ts'

/** Words that are put on archives everywhere, likeliest first. */
export const CUSTOMARY_WORDS: readonly string[] = [
  SAMPLE_PASSWORD,
  '1234',
  '12345',
  '123456',
  'password',
  'virus',
  'malware',
  'pass',
  '0000',
  'abc123',
]

/** Japanese offices set the clock of a password by their own day. */
const JAPAN_OFFSET_MS = 9 * 3_600_000
/** Labels of this many domains are tried. */
const DOMAINS_MAX = 6

/**
 * Passwords that need not stand in the mail, because both sides know the habit: common words, the
 * day of the mail, and the names in the addresses.
 */
export function listCustomaryPasswords(message: Message): readonly string[] {
  return [...new Set([...CUSTOMARY_WORDS, ...listDays(message.sentAt), ...listLabels(message)])]
}

/** 2026-11-20 as 20261120, 261120 and 1120. */
function listDays(sentAt: Date | undefined): readonly string[] {
  if (sentAt === undefined) return []
  const day = new Date(sentAt.getTime() + JAPAN_OFFSET_MS)
  if (Number.isNaN(day.getTime())) return []
  const digits = day.toISOString().replaceAll('-', '').slice(0, 8)
  return [digits, digits.slice(2), digits.slice(4)]
}

/** `partner` of `mail.partner.example`, of senders and recipients. */
function listLabels(message: Message): readonly string[] {
  const addresses = ['from', 'reply-to', 'to', 'cc'].flatMap((name) => message.addresses(name))
  const organisations = new Set(addresses.map(({ organisation }) => organisation))
  return [...organisations]
    .slice(0, DOMAINS_MAX)
    .flatMap((domain) => domain.split('.', 1))
    .filter((label) => label.length >= 3)
}
