import { hash } from 'node:crypto'
import type { Message } from '../message.ts'
import type { EvidenceMail } from './evidence-mail.ts'

/** Of each name as much as a person needs; the digest must not be cut off with a long subject. */
const NAME_CHARS_MAX = 100
/** Hexadecimal digits, 64 bits: nobody makes a second mail with them for one that he has never seen. */
const DIGEST_CHARS = 16

/**
 * What a person is asked about: this one mail. Its sender alone would not do: anybody can write a mail in the name of
 * somebody who passed one on, and what was said of the genuine one would leave the forged one out.
 */
export function nameForward({ bytes }: EvidenceMail, { from, subject }: Message): string {
  const names = [from?.address ?? '', subject].map((name) => name.slice(0, NAME_CHARS_MAX).trim())
  const digest = hash('sha256', bytes).slice(0, DIGEST_CHARS)
  return [...names.filter((name) => name !== ''), `SHA-256 ${digest}…`].join(' · ')
}
