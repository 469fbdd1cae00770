import type { Bilingual } from '../../bilingual.ts'
import type { Finding } from '../../techniques/technique.ts'
import { assignAliases, letterOf, listByAppearance, type AliasTable } from '../aliases.ts'
import {
  OMITTED_KINDS,
  TLP_LABELS,
  type BulletinContent,
  type BulletinIndicator,
  type BulletinLookalike,
  type BulletinTechnique,
  type OmittedKind,
  type Tlp,
} from '../bulletin-content.ts'
import { listOmits, toQuestions, type Question } from '../question.ts'
import { buildRedactor, type Redactor } from '../redact/redact-text.ts'
import type { NameIndex } from '../redact/match-names.ts'
import type { Segment } from '../redact/segment.ts'
import type { ShownNames } from '../redact/shown-names.ts'
import type { TraceOrganisation, Traces } from '../traces.ts'
import { toArrivedPeriod } from './arrived-period.ts'
import type { CaseMail, CaseRecord, CaseTechnique, CaseText } from './case-record.ts'
import { sentencesOf } from './case-sentences.ts'
import { chooseMails } from './choose-mails.ts'
import { findCaseFacts, type CaseFacts, type DraftFacts } from './draft-facts.ts'
import { draftIndicators, type ReadyCase, type ReadyForLone } from './draft-indicators.ts'
import { draftSummary } from './draft-summary.ts'
import { findLookalikes, type SeenLookalike } from './find-attacker-facts.ts'
import { inventLookalike } from './invent-lookalike.ts'
import { listProviders } from './list-providers.ts'
import { listRecipientMailboxes } from './find-recipients.ts'
import { listShownNames } from './list-shown-names.ts'
import { TECHNIQUE_SENTENCES, UNSAID } from './technique-sentences.ts'

export interface DraftedBulletin {
  readonly content: BulletinContent
  /** Who stands in the content. To be stored with the bulletin, so that the next draft calls everyone the same. */
  readonly aliases: AliasTable
  /** The same, and after them everybody else the case meets. Hub only. */
  readonly called: AliasTable
  readonly questions: readonly Question[]
  /** Values in the content that go out only with the permission of one whose evidence holds them; pass them to `release`. */
  readonly identifying: readonly string[]
  /** People whom the evidence names and no register holds: a text that names them is asked about. Hub only. */
  readonly met: Traces
  /** Evidence beside what is made of it, for the workbench. Hub only. */
  readonly originals: readonly DraftedText[]
}

export interface DraftedText {
  readonly label: string
  readonly original: readonly Segment[]
  readonly shared: readonly Segment[]
}

/**
 * Builds a bulletin from a case. Every field is written from templates and allow-listed values;
 * nothing is copied from the evidence and then cleaned (SPEC A-1).
 */
export function draftBulletin(given: CaseRecord): DraftedBulletin {
  const chosen = chooseMails(given)
  const record = { ...given, mails: chosen.mails }
  const facts = findCaseFacts(record)
  const { names, met } = facts
  const everybody = listMet(record, names)
  const aliases = assignAliases(record.aliases, { organisations: listStanding(record, everybody) })
  const called = assignAliases(aliases, { organisations: everybody })
  const ready = toReady(facts, called)
  const { redactor } = ready
  const drafted = draftIndicators(ready, toReadyForLone(facts, called))
  const originals = redactMails(record.mails, redactor)
  // Of a log's lines nothing goes out, so that nothing in them needs an answer.
  const lines = redactTexts(record.logs, redactor)
  const content: BulletinContent = {
    ...writeContent(record, called, drafted.indicators),
    omitted: listOmitted(record, drafted.omitted, [...originals, ...lines]),
  }
  const questions = toQuestions(
    [...chosen.questions, ...drafted.questions, ...originals.flatMap((text) => text.questions)],
    record.answers ?? record.decisions,
  )
  return {
    content,
    aliases,
    called,
    questions,
    identifying: drafted.identifying,
    met,
    originals: [...originals, ...lines].map(toDraftedText),
  }
}

/** Who stands in what goes out and has no letter yet. */
function listStanding(record: CaseRecord, met: readonly TraceOrganisation[]) {
  const { rows } = record.aliases
  const known = new Set(rows.map(({ organisationId }) => organisationId))
  const others = met.filter(({ id }) => !known.has(id))
  // When it was says nothing of anybody.
  const arrivedPeriod = toArrivedPeriod([])
  return listByAppearance(others, (standIns) =>
    JSON.stringify(writeWords(record, { rows: [...rows, ...standIns.rows] }, arrivedPeriod)),
  )
}

/** The parts of the text that call somebody by a letter, with everybody called by these. */
function writeWords(record: CaseRecord, aliases: AliasTable, arrivedPeriod: Bilingual) {
  const lookalikes = findLookalikes(record).map(toSaid)
  const techniques = draftTechniques(record)
  const borrowedId = lookalikes.find(
    ({ organisationId }) => organisationId !== undefined,
  )?.organisationId
  return {
    summary: draftSummary({ record, aliases, techniques, arrivedPeriod, borrowedId }),
    techniques,
    lookalikes: draftLookalikes(lookalikes, aliases),
  }
}

/** What goes out; what was left out of it is told by the originals. */
function writeContent(
  record: CaseRecord,
  aliases: AliasTable,
  indicators: readonly BulletinIndicator[],
): BulletinContent {
  const arrivedPeriod = toArrivedPeriod(listDays(record, indicators))
  const { summary, techniques, lookalikes } = writeWords(record, aliases, arrivedPeriod)
  return {
    title: sentencesOf(record).title,
    summary,
    classification: record.classification,
    ...{ arrivedPeriod, techniques, lookalikes, indicators },
    advice: draftAdvice(record),
    omitted: [],
    tlp: strictest(record.tlpCeilings),
  }
}

function toReady(facts: DraftFacts, aliases: AliasTable): ReadyCase {
  const { record, attacker, names, domains, recipients } = facts
  const { traces, decisions } = record
  const mailboxes = listRecipientMailboxes(record.mails)
  const redactor = buildRedactor({
    ...{ traces, aliases, attacker, decisions, names, recipients, mailboxes },
  })
  return { record, redactor, met: domains }
}

function toReadyForLone(facts: CaseFacts, aliases: AliasTable): ReadyForLone | undefined {
  const { record, asIfAll, isMemberText } = facts
  if (asIfAll === undefined) return undefined
  const decisions = listOmits(record.decisions)
  const asItStands = { ...facts, record: { ...record, decisions } }
  return {
    asItStands: toReady(asItStands, aliases),
    asIfAll: toReady(asIfAll, aliases),
    isMemberText,
  }
}

/** Organisations that the case meets, in order: providers, imitated ones, those named in the texts. */
function listMet(record: CaseRecord, names: NameIndex): readonly TraceOrganisation[] {
  const ids = [
    ...listProviders(record),
    ...findLookalikes(record).flatMap(({ organisationId }) => organisationId ?? []),
    ...listTexts([...record.mails, ...record.logs]).flatMap(({ text }) =>
      names.find(text).map(({ name }) => name.organisationId),
    ),
  ]
  const byId = new Map(record.traces.organisations.map((one) => [one.id, one]))
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? [])
}

type RedactedCaseText = DraftedText & {
  readonly questions: ReturnType<Redactor['redact']>['questions']
}

type WithTexts = readonly { readonly texts: readonly CaseText[] }[]

const redactMails = (mails: readonly CaseMail[], redactor: Redactor): readonly RedactedCaseText[] =>
  mails.flatMap((mail) => redactTexts([mail], redactor, listShownNames(mail)))

const redactTexts = (
  evidence: WithTexts,
  redactor: Redactor,
  shown?: ShownNames,
): readonly RedactedCaseText[] =>
  listTexts(evidence).map(({ label, text }) => ({ label, ...redactor.redact(text, 'ja', shown) }))

const listTexts = (evidence: WithTexts): readonly CaseText[] =>
  evidence.flatMap(({ texts }) => texts)

/** Days on which the attack was seen: arrivals of mails, and of sources what goes out of them. */
const listDays = ({ mails }: CaseRecord, indicators: readonly BulletinIndicator[]): string[] => [
  ...mails.flatMap(({ arrivedOn }) => arrivedOn ?? []),
  ...indicators.flatMap(({ firstOn, lastOn }) => [firstOn ?? [], lastOn ?? []].flat()),
]

const toDraftedText = ({ label, original, shared }: DraftedText): DraftedText => ({
  label,
  original,
  shared,
})

const WEIGHT_ORDER: Readonly<Record<Finding['weight'], number>> = { strong: 0, medium: 1, weak: 2 }

/** Each technique once, strongest finding first. */
function draftTechniques(record: CaseRecord): readonly BulletinTechnique[] {
  const weights = new Map<string, number>()
  for (const { technique, weight } of listFound(record)) {
    weights.set(technique, Math.min(weights.get(technique) ?? 3, WEIGHT_ORDER[weight]))
  }
  return record.techniques
    .filter(({ id }) => weights.has(id))
    .sort((a, b) => (weights.get(a.id) ?? 3) - (weights.get(b.id) ?? 3))
    .map(toBulletinTechnique)
}

type Found = Pick<Finding, 'technique' | 'weight'>

const listFound = ({ mails, logs }: CaseRecord): readonly Found[] => [
  ...mails.flatMap(({ findings }) => findings),
  ...logs.flatMap(({ kinds }) => kinds.map(({ weight }) => ({ technique: 'web-probe', weight }))),
]

const toBulletinTechnique = ({ id, title, attack }: CaseTechnique): BulletinTechnique => ({
  id,
  title,
  say: Object.hasOwn(TECHNIQUE_SENTENCES, id) ? (TECHNIQUE_SENTENCES[id] ?? UNSAID) : UNSAID,
  attack,
})

/** That a planted look-alike resembles another provider's domain would be told by its letter. */
const toSaid = (one: SeenLookalike): SeenLookalike =>
  one.isPlantable ? { ...one, organisationId: undefined } : one

/** One invented pair for each way of imitating; two real pairs made alike give one example. */
function draftLookalikes(
  seen: readonly SeenLookalike[],
  aliases: AliasTable,
): readonly BulletinLookalike[] {
  const invented = new Map<string, BulletinLookalike>()
  for (const { organisationId, edits } of seen) {
    const letter = organisationId === undefined ? 'x' : letterOf(aliases, organisationId)
    const pair = inventLookalike(letter, edits)
    if (pair.genuine !== pair.observed) invented.set(`${pair.genuine} ${pair.observed}`, pair)
  }
  return [...invented.values()].slice(0, LOOKALIKES_MAX)
}
const LOOKALIKES_MAX = 20

function draftAdvice(record: CaseRecord): readonly Bilingual[] {
  const found = new Set(listFound(record).map(({ technique }) => technique))
  const advice = [
    sentencesOf(record).advice,
    ...record.techniques.filter(({ id }) => found.has(id)).map((technique) => technique.advice),
  ]
  return [...new Map(advice.map((one) => [one.ja, one])).values()].slice(0, ADVICE_MAX)
}
const ADVICE_MAX = 40

const strictest = (ceilings: readonly Tlp[]): Tlp =>
  // Without a word from the provider nothing leaves its organisation.
  TLP_LABELS.find((label) => ceilings.includes(label)) ?? 'RED'

/** Kinds of facts left out, so that readers know that there is more, and ask the hub. */
function listOmitted(
  record: CaseRecord,
  drafted: readonly OmittedKind[],
  texts: readonly DraftedText[],
): readonly OmittedKind[] {
  const reasons = new Set(
    texts.flatMap(({ original }) => original.flatMap(({ reason }) => reason ?? [])),
  )
  const kinds = new Set<OmittedKind>(['names', 'exact-times', 'recipient-records', ...drafted])
  if (reasons.has('［金額］')) kinds.add('amounts')
  if (reasons.has('［番号］')) kinds.add('invoice-numbers')
  if (reasons.has('［引用］')) kinds.add('quoted-mail')
  const hasFiles = record.mails.some(({ indicators }) =>
    indicators.some(({ context }) => context === 'attachment' || context === 'archive-member'),
  )
  if (hasFiles) kinds.add('attachments')
  return OMITTED_KINDS.filter((kind) => kinds.has(kind))
}
