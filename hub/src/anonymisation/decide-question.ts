import {
  askAboutUnknownNames,
  findAlias,
  hashContent,
  isAboutUnknownName,
  replaceUnknownName,
  toDecisions,
  toQuestionKind,
} from 'engine'
import type { z } from 'zod'
import { type DecideQuestionRequest, isCarefulAnswer, RedactionQuestion } from 'contract/bulletin'
import { recordAudit } from '../audit/index.ts'
import { dayInJapan } from '../clock.ts'
import { addVaultEntry } from '../community/index.ts'
import type { Db } from '../database/index.ts'
import type { Actor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { toDraftedDecisions } from './asked-values.ts'
import type { BulletinRecord, BulletinText } from './bulletin-record.ts'
import { draftCase } from './draft-case.ts'
import { askAgain, replaceText } from './edit-bulletin.ts'
import { loadCaseRecord } from './load-case-record.ts'
import { loadHandling } from './load-handling.ts'
import { lockBulletin } from './lock-bulletin.ts'
import { toDraftedContent } from './to-drafted-content.ts'
import { toWritten } from './to-written.ts'

type Question = BulletinRecord['questions'][number]

/**
 * Answers one question, or all open ones about unknown names of one kind. Indicators and look-alikes follow from the
 * answers and are made anew; what a person has written (title, summary, advice) stays as it is but for a replaced name.
 */
export async function decideQuestion(
  db: Db,
  actor: Actor,
  decision: z.infer<typeof DecideQuestionRequest> & { bulletinId: string; now: Date },
): Promise<BulletinRecord> {
  const { choice, now } = decision
  const bulletin = await lockBulletin(db, decision.bulletinId, now)
  const answered = findAnswered(bulletin, decision)
  if (decision.addTo !== undefined) await addToProvider(db, actor, { bulletin, answered, decision })
  const decisions = { ...bulletin.decisions, ...toDecisions(answered, choice) }
  const text = await toText(db, { bulletin, answered, decision }, decisions)
  for (const { questionId: question } of answered) {
    await recordAudit(db, {
      actor,
      action: 'bulletin-question-decided',
      subject: `bulletin:${bulletin.id}`,
      detail: { question, choice },
    })
  }
  return replaceText(db, actor, { bulletin, text, now })
}

interface Decided {
  readonly bulletin: BulletinRecord
  readonly answered: readonly Question[]
  readonly decision: z.infer<typeof DecideQuestionRequest> & { readonly now: Date }
}

/** Once a name is a provider's, what follows from the evidence is made anew too: it may stand there as well. */
async function toText(
  db: Db,
  { bulletin, answered, decision: { choice, now, addTo } }: Decided,
  decisions: BulletinRecord['decisions'],
): Promise<BulletinText> {
  const isAboutText = answered.every(({ questionId }) => isAboutUnknownName(questionId))
  if (!isAboutText) return redraft(db, bulletin, decisions, now)
  const settled = await settleNames(db, { bulletin, answered, choice, now }, decisions)
  const isRedrafted = addTo !== undefined && bulletin.caseId !== undefined
  return isRedrafted ? redraft(db, { ...bulletin, ...settled }, decisions, now) : settled
}

/** Writes an unknown name into the vault of one of the bulletin's own providers, as the hub's entry. */
async function addToProvider(db: Db, actor: Actor, { bulletin, answered, decision }: Decided) {
  const { addTo, choice, now } = decision
  const { providerIds } = await loadHandling(db, bulletin, dayInJapan(now))
  // Names are added one by one, replaced, and only to whom the bulletin concerns.
  const [question] = answered
  const isFit = answered.length === 1 && choice === 'alias'
  if (addTo === undefined || question === undefined || !isFit) throw new Refusal('request-unfit')
  if (!isAboutUnknownName(question.questionId)) throw new Refusal('request-unfit')
  if (!providerIds.includes(addTo)) throw new Refusal('not-found')
  await addVaultEntry(db, actor, addTo, {
    kind: toQuestionKind(question.questionId),
    text: question.value,
    at: now,
  })
}

/** The question, and with `alsoSameKind` the open ones like it. */
function findAnswered(
  { questions }: BulletinRecord,
  { questionId, choice, alsoSameKind = false }: z.infer<typeof DecideQuestionRequest>,
): readonly Question[] {
  const question = questions.find((one) => one.questionId === questionId)
  const isOffered = ({ choices }: Question) => choices.some((one) => one.choice === choice)
  if (question === undefined) throw new Refusal('not-found')
  if (!isOffered(question)) throw new Refusal('request-unfit')
  if (!alsoSameKind) return [question]
  // What lets a value of the evidence out is answered for each value by itself.
  if (!isAboutUnknownName(questionId) && !isCarefulAnswer(questionId, choice))
    throw new Refusal('request-unfit')
  const kind = toQuestionKind(questionId)
  return questions.filter(
    (one) =>
      one === question ||
      (one.decided === undefined && toQuestionKind(one.questionId) === kind && isOffered(one)),
  )
}

/** Names that nobody has registered stand in the text alone; nothing is drafted anew. */
async function settleNames(
  db: Db,
  {
    bulletin,
    answered,
    choice,
    now,
  }: {
    bulletin: BulletinRecord
    answered: readonly Question[]
    choice: Question['proposed']
    now: Date
  },
  decisions: BulletinRecord['decisions'],
): Promise<BulletinText> {
  const content = toWritten(
    choice === 'alias' ? answered.reduce(replaceUnknownName, bulletin.content) : bulletin.content,
  )
  const { groupIds } = bulletin
  const questions = await askAgain(db, { ...bulletin, content, decisions }, now)
  const contentHash = hashContent(content, groupIds)
  return { content, contentHash, groupIds, questions, decisions, aliases: bulletin.aliases }
}

async function redraft(
  db: Db,
  bulletin: BulletinRecord,
  decisions: BulletinRecord['decisions'],
  now: Date,
): Promise<BulletinText> {
  const { caseId, groupIds } = bulletin
  if (caseId === undefined) throw new Refusal('not-found')
  const handling = await loadHandling(db, bulletin, dayInJapan(now))
  const aliases = listWritten(bulletin)
  const asked = { ...bulletin, decisions }
  const { record } = await loadCaseRecord(db, {
    ...{ caseId, handling, aliases, answers: decisions },
    decisions: toDraftedDecisions(asked),
  })
  const drafted = await draftCase(db, record)
  const { indicators, lookalikes, omitted } = toDraftedContent(drafted.content, asked)
  const content = toWritten({ ...bulletin.content, indicators, lookalikes, omitted })
  const questions = RedactionQuestion.array().parse(
    askAboutUnknownNames({
      ...drafted,
      ...{ content, decisions, traces: record.traces },
    }),
  )
  return {
    ...{ content, contentHash: hashContent(content, groupIds), groupIds, questions, decisions },
    aliases: { rows: [...drafted.aliases.rows] },
  }
}

/**
 * Letters that stand in what stays as it is. Whoever stood only in what is made anew gets its letter anew too: a value
 * that goes out no more would else leave a gap, which tells that there is somebody (T74).
 */
function listWritten({ content, aliases }: BulletinRecord): BulletinRecord['aliases'] {
  const { title, summary, advice } = content
  const written = JSON.stringify([title, summary, advice])
  return { rows: aliases.rows.filter(({ letter }) => findAlias(written, letter) !== -1) }
}
