import type { ForwardRole } from '../../evidence/submission/forward-role.ts'
import { decidedChoice, type QuestionDraft } from '../question.ts'
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
  for (const { by, likely } of mails.flatMap(({ roles = [] }) => roles)) {
    // One mail, one answer, however often it came in: what would leave its sender out is proposed.
    if (!asked.has(by) || likely === 'passes-on') asked.set(by, forwardQuestion({ by, likely }))
  }
  const passesOn = ({ by }: ForwardRole): boolean => {
    const question = asked.get(by)
    return question !== undefined && decidedChoice(question, decisions) === 'omit'
  }
  return {
    mails: mails.flatMap((mail) => {
      const { roles = [] } = mail
      if (roles.some((role) => role.place === 'inner' && !passesOn(role))) return []
      const isForward = roles.some((role) => role.place === 'outer' && passesOn(role))
      return [isForward ? toProvidersSide(mail) : mail]
    }),
    questions: [...asked.values()],
  }
}

/** Who sent it is of the provider; what it quotes is the attack. */
function toProvidersSide({ providerId, recipients }: CaseMail): CaseMail {
  const nothing = { findings: [], indicators: [], texts: [] }
  if (recipients === undefined) return { providerId, ...nothing }
  const { from } = recipients
  return {
    ...{ providerId, ...nothing },
    recipients: { ...recipients, forwarders: from, hops: [], quoted: [], answered: [] },
  }
}
