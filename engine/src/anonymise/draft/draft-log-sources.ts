import { isPrivateIp } from '../../is-private-ip.ts'
import { isPlainAttacker } from '../../web-log/weigh-source.ts'
import type { BulletinIndicator } from '../bulletin-content.ts'
import { ANONYMISE_LIMITS as limits } from '../limits.ts'
import { decidedChoice, type QuestionDraft } from '../question.ts'
import { logSourceQuestion, logSourcesQuestion } from '../redact/identifying-questions.ts'
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
  const open = listAttackingSources(record.logs).filter(
    ({ address }) => !isPrivateIp(address) && context.owners.ofIp(address) === undefined,
  )
  const plain = open.filter(isPlainAttacker).slice(0, limits.logSourcesMax)
  const doubtful = open.filter((source) => !isPlainAttacker(source))
  // Whose network an address is in nobody but a person can tell (T02): the provider's scanners and its office
  // knock at its own door too.
  const asked = [
    ...(plain.length === 0
      ? []
      : [{ question: logSourcesQuestion(plain.map(({ address }) => address)), sources: plain }]),
    ...doubtful
      .slice(0, limits.logQuestionsMax)
      .map((source) => ({ question: logSourceQuestion(source.address), sources: [source] })),
  ]
  return {
    indicators: asked
      .filter(({ question }) => decidedChoice(question, record.decisions) === 'keep')
      .flatMap(({ sources }) => sources.flatMap(toIndicator))
      .slice(0, limits.logSourcesMax),
    questions: asked.map(({ question }) => question),
  }
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
