import type { DnsAnswersSaved, SaveDnsAnswersRequest } from 'contract/knowledge'
import { parseDnsAnswers } from 'engine'
import type { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { dayInJapan } from '../clock.ts'
import type { Db } from '../database/index.ts'
import type { PersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { isRoomFor, saveDnsAnswerRow } from './dns-answers.queries.ts'

/**
 * Reads pasted DNS answers and keeps each under its name and type with the day on which it was given:
 * what the answer itself says, else what the analyst says, else today.
 */
export async function saveDnsAnswers(
  db: Db,
  actor: PersonActor,
  { record, recordedOn }: z.infer<typeof SaveDnsAnswersRequest>,
  at: Date,
): Promise<DnsAnswersSaved> {
  const today = dayInJapan(at)
  const { records, unread } = parseDnsAnswers(record)
  if (records.length === 0) throw new Refusal('no-answer-in-text')
  const answers = records.map(({ name, type, values, recordedOn: said }) => ({
    name,
    type,
    values: [...values],
    recordedOn: said ?? recordedOn ?? today,
  }))
  if (answers.some((one) => one.recordedOn > today)) throw new Refusal('day-to-come')
  if (!(await isRoomFor(db, answers))) throw new Refusal('too-many-answers')
  for (const answer of answers) {
    await saveDnsAnswerRow(db, answer, { personId: actor.personId, at })
    await recordAudit(db, {
      actor,
      action: 'dns-answer-saved',
      subject: `dns-answer:${answer.type}:${answer.name}`,
      detail: { recordedOn: answer.recordedOn, values: answer.values.length },
    })
  }
  return { answers, unread: [...unread] }
}
