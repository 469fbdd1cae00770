import { isEverybodysIp } from '../../everybodys/is-everybodys-ip.ts'
import { isPrivateIp } from '../../is-private-ip.ts'
import { toThirdEnd, toThirdStart } from '../third-of-month.ts'
import { isAttackTool } from '../../web-log/probes/agent-marks.ts'
import { isPlainAttacker } from '../../web-log/weigh-source.ts'
import type { BulletinIndicator } from '../bulletin-content.ts'
import { ANONYMISE_LIMITS as limits } from '../limits.ts'
import { decidedChoice, type QuestionDraft } from '../question.ts'
import {
  logSourceQuestion,
  logSourcesQuestion,
  neighbourQuestion,
  ownSourcesQuestion,
  sharedSourceQuestion,
} from '../redact/source-questions.ts'
import { buildOwners } from '../redact/owners.ts'
import type { RedactionContext } from '../redact/redaction-context.ts'
import type { CaseLogSource, CaseRecord } from './case-record.ts'
import { isBesideKnown } from './is-left-out-neighbour.ts'
import { listAttackingSources } from './list-attacking-sources.ts'

export interface DraftedSources {
  /** The most telling first. */
  readonly indicators: readonly BulletinIndicator[]
  readonly questions: readonly QuestionDraft[]
}

/**
 * The attacking sources of the case's access logs. A host name stays inside: whose log writes names resolves
 * them itself, and its own machines stand among them. One that speaks of another member stays inside like a provider's own:
 * `asIfAll` knows them all, where several provided (see `addLoneValue`).
 */
export function draftLogSources(
  record: CaseRecord,
  context: RedactionContext,
  asIfAll = context,
): DraftedSources {
  const registered = buildOwners(record.registered)
  const open = listAttackingSources(record.logs).filter(
    ({ address }) => !isPrivateIp(address) && context.owners.ofIp(address) === undefined,
  )
  const own = open.filter(
    (source) => registered.ofIp(source.address) !== undefined || saysKnown(source, asIfAll),
  )
  const others = open.filter((source) => !own.includes(source))
  const doubts = others.map((source) => ({ source, question: doubtOf(source, asIfAll) }))
  const plain = doubts
    .flatMap(({ source, question }) => (question === undefined ? [source] : []))
    .slice(0, limits.logSourcesMax)
  // Whose network an address is in nobody but a person can tell (T02): the provider's scanners and its office
  // knock at its own door too.
  const asked = [
    ...(own.length === 0
      ? []
      : [{ question: ownSourcesQuestion(own.map(({ address }) => address)), sources: own }]),
    ...(plain.length === 0
      ? []
      : [{ question: logSourcesQuestion(plain.map(({ address }) => address)), sources: plain }]),
    ...doubts
      .flatMap(({ source, question }) =>
        question === undefined ? [] : [{ question, sources: [source] }],
      )
      .slice(0, limits.logQuestionsMax),
  ]
  return {
    indicators: asked
      .flatMap(({ question, sources }) =>
        sources.filter(
          ({ address }) => decidedChoice(question, record.decisions, address) === 'keep',
        ),
      )
      .flatMap(toIndicator)
      .slice(0, limits.logSourcesMax),
    questions: asked.map(({ question }) => question),
  }
}

/** What must be asked of one source alone: it is many people's, stands beside a provider's, or sent mostly ordinary requests. */
function doubtOf(source: CaseLogSource, { traces }: RedactionContext): QuestionDraft | undefined {
  const { address } = source
  if (isEverybodysIp(address)) return sharedSourceQuestion(address)
  if (isBesideKnown(address, traces)) return neighbourQuestion(address)
  return isPlainAttacker(source) || isOpenAttacker(source) ? undefined : logSourceQuestion(address)
}

/** Whether a source that names the tool it attacks with did little else. */
const isOpenAttacker = ({ agent = '', probes, count }: CaseLogSource): boolean =>
  isAttackTool(agent) && probes * 2 >= count

/** Whether the source itself, by its user agent or the holder of its network, names somebody known: a scan that was ordered. */
const saysKnown = (
  { agent = '', holder = '' }: CaseLogSource,
  { registered, owners }: RedactionContext,
): boolean =>
  [agent, holder].some(
    (text) =>
      registered.has(text) ||
      text.split(/[^\w.-]+/u).some((word) => owners.ofDomain(word.toLowerCase()) !== undefined),
  )

function toIndicator({ address, type, firstOn, lastOn }: CaseLogSource): BulletinIndicator[] {
  if (type === 'host') return []
  return [
    {
      ...{ type, value: address, context: 'web-log', technique: 'web-probe' },
      ...(firstOn === undefined ? {} : { firstOn: toThirdStart(firstOn) }),
      ...(lastOn === undefined ? {} : { lastOn: toThirdEnd(lastOn) }),
    },
  ]
}
