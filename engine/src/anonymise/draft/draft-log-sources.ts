import { isPrivateIp } from '../../is-private-ip.ts'
import { isPlainAttacker } from '../../web-log/weigh-source.ts'
import type { BulletinIndicator } from '../bulletin-content.ts'
import { ANONYMISE_LIMITS as limits } from '../limits.ts'
import { decidedChoice, type QuestionDraft } from '../question.ts'
import { logSourceQuestion } from '../redact/identifying-questions.ts'
import { ownerOfIp } from '../redact/mark-locations.ts'
import type { RedactionContext } from '../redact/redaction-context.ts'
import type { CaseLogSource, CaseRecord } from './case-record.ts'
import { listAttackingSources } from './list-attacking-sources.ts'

export interface DraftedSources {
  /** The most telling first. */
  readonly indicators: readonly BulletinIndicator[]
  readonly questions: readonly QuestionDraft[]
}

/**
 * The attacking sources of the case's access logs. A host name stays inside: whose log writes names resolves
 * them itself, and its own machines stand among them.
 */
export function draftLogSources(record: CaseRecord, context: RedactionContext): DraftedSources {
  const indicators: BulletinIndicator[] = []
  const questions: QuestionDraft[] = []
  for (const source of listAttackingSources(record.logs)) {
    if (indicators.length >= limits.logSourcesMax) break
    if (isPrivateIp(source.address) || ownerOfIp(source.address, context) !== undefined) continue
    if (isPlainAttacker(source)) {
      indicators.push(...toIndicator(source))
    } else if (questions.length < limits.logQuestionsMax) {
      // The provider's own office knocks at its own door too; only a person can tell (T02).
      const question = logSourceQuestion(source.address)
      questions.push(question)
      if (decidedChoice(question, record.decisions) === 'keep')
        indicators.push(...toIndicator(source))
    }
  }
  return { indicators, questions }
}

function toIndicator({ address, type, firstOn, lastOn }: CaseLogSource): BulletinIndicator[] {
  if (type === 'host') return []
  return [
    {
      ...{ type, value: address, context: 'web-log', technique: 'web-probe' },
      ...(firstOn === undefined ? {} : { firstOn }),
      ...(lastOn === undefined ? {} : { lastOn }),
    },
  ]
}
