import type { AuthenticationCheck } from '../../authentication/authentication.ts'
import type { HeaderField, MailAddress, Message } from '../../evidence/message.ts'
import type { TechniqueContext } from '../technique.ts'

/** What the judgements are asked about: a mail, its sender and what was said of it. */
export interface Subject {
  readonly message: Message
  readonly from: MailAddress
  readonly checks: readonly AuthenticationCheck[]
  readonly forged: readonly HeaderField[]
  readonly context: TechniqueContext
}
