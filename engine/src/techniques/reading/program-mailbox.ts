import type { MailAddress } from '../../evidence/message.ts'

/** A mailbox that nobody reads: the program behind it names another address for answers. */
export function isProgramMailbox({ localPart }: MailAddress): boolean {
  return PROGRAM.test(localPart)
}

const PROGRAM =
  /(?:^|[-_.+])(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|donotreply|auto[-_.]?(?:confirm|notification|mail|reply)|notifications?|notify|mailer|system)(?:$|[-_.+\d])/i
