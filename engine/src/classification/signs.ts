import type { Link, Message } from '../evidence/message.ts'
import type { LureId } from '../lures/lure.ts'
import type { RegisterIndex } from '../register/register.ts'
import { listDestinations } from '../techniques/reading/destinations.ts'
import { isBulkMail, isListMail } from '../techniques/reading/mail-kind.ts'
import { type MailLure, readMailLures } from '../techniques/reading/mail-lures.ts'
import { isRelated } from '../techniques/reading/relations.ts'
import { listRecipients } from '../techniques/reading/recipients.ts'
import { FREE_MAIL } from '../techniques/tables/free-mail.ts'
import type { Finding } from '../techniques/technique.ts'

/** What the rules of classification see of a mail. */
export interface Signs {
  readonly message: Message
  readonly findings: readonly Finding[]
  readonly isBulk: boolean
  readonly isList: boolean
  /** The sender is nobody of the recipient's organisation or the register. */
  readonly isStranger: boolean
  readonly isFreeMail: boolean
  /** The name or address claims a lawyer or auditor. */
  readonly claimsLaw: boolean
  heard(id: LureId): MailLure | undefined
  /** Findings of these techniques with at least medium weight. */
  alarms(techniques: readonly string[]): readonly Finding[]
  /** There are links, and none leads to the sender's own organisation. */
  leadsAway(): boolean
}

const LAW =
  /弁護士|法律|会計士|監査|\b(?:attorney|law(?:yer)?s?|legal|solicitors?|counsel|barrister|audit(?:or)?s?|KPMG|PwC|Deloitte)\b/i

export function readSigns(
  message: Message,
  findings: readonly Finding[],
  { register, links }: { readonly register: RegisterIndex; readonly links: readonly Link[] },
): Signs {
  const { from } = message
  const organisation = from?.organisation ?? ''
  const isFreeMail = FREE_MAIL.has(organisation)
  const own = listRecipients(message, register).organisations
  return {
    message,
    findings,
    isBulk: isBulkMail(message),
    isList: isListMail(message),
    isFreeMail,
    isStranger:
      !own.has(organisation) && (isFreeMail || register.ownerOf(organisation) === undefined),
    claimsLaw: LAW.test(`${from?.displayName ?? ''} ${from?.localPart ?? ''}`),
    heard: (id) => readMailLures(message).find(id),
    alarms: (techniques) =>
      findings.filter((one) => one.weight !== 'weak' && techniques.includes(one.technique)),
    leadsAway: () => {
      const places = listDestinations(links)
      return (
        places.length > 0 &&
        !places.some((one) => isRelated(organisation, one.organisation, register))
      )
    },
  }
}
