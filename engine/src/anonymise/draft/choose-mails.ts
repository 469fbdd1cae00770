import type { ForwardRole } from '../../evidence/submission/forward-role.ts'
import { decidedChoice, type QuestionDraft } from '../question.ts'
import type { ReceivingSide } from '../receiving-side/receiving-side.ts'
import type { TextAddress } from '../../techniques/reading/text-addresses.ts'
import type { CaseMail, CaseRecord } from './case-record.ts'
import { forwardQuestion } from './forward-question.ts'

export interface ChosenMails {
  readonly mails: readonly CaseMail[]
  readonly questions: readonly QuestionDraft[]
}

/**
 * The mails that a bulletin is drafted from. Of a mail that passes an attack on, only the provider's side remains; of
 * the mail inside an attack that looks like a forward, nothing does.
 */
export function chooseMails({
  mails,
  decisions,
}: Pick<CaseRecord, 'mails' | 'decisions'>): ChosenMails {
  const asked = new Map<string, QuestionDraft>()
  for (const role of mails.flatMap(({ roles = [] }) => roles)) {
    // One mail, one answer, however often it came in: what would leave its sender out is proposed.
    if (!asked.has(role.by) || role.likely === 'passes-on')
      asked.set(role.by, forwardQuestion(role))
  }
  const passesOn = ({ by }: ForwardRole): boolean => {
    const question = asked.get(by)
    return question !== undefined && decidedChoice(question, decisions) === 'omit'
  }
  return {
    mails: mails.flatMap((mail) => {
      const { roles = [] } = mail
      if (roles.some((role) => role.place === 'inner' && !passesOn(role))) return []
      const outer = roles.filter(({ place }) => place === 'outer')
      if (outer.some(passesOn)) return [toProvidersSide(mail)]
      return [outer.some(({ isReceiver }) => isReceiver) ? toReceivers(mail) : mail]
    }),
    questions: [...asked.values()],
  }
}

/**
 * It counts as the attack although its sender received what it holds: his domain is asked about for itself, so that no
 * one answer publishes an employee.
 */
const toReceivers = (mail: CaseMail): CaseMail =>
  mail.recipients === undefined
    ? mail
    : { ...mail, recipients: { ...mail.recipients, forwarders: listForwarders(mail.recipients) } }

/** Who passed it on over a list stands in a field of his own. */
const listForwarders = ({ from, originals = [] }: ReceivingSide): readonly TextAddress[] => [
  ...from,
  ...originals,
]

/** Who sent it is of the provider; what it quotes is the attack. */
function toProvidersSide({ providerId, recipients }: CaseMail): CaseMail {
  const nothing = { findings: [], indicators: [], texts: [] }
  if (recipients === undefined) return { providerId, ...nothing }
  return {
    ...{ providerId, ...nothing },
    recipients: {
      ...recipients,
      forwarders: listForwarders(recipients),
      hops: [],
      quoted: [],
      answered: [],
    },
  }
}
