import { recordAudit } from '../audit/index.ts'
import { dayInJapan } from '../clock.ts'
import type { Db } from '../database/index.ts'
import type { PersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { savePublishedLines } from './breakdown.queries.ts'
import { countBreakdown, isImported, isOver } from './load-breakdown.ts'

/**
 * Publishes a quarter's breakdown to every member, once. Counted again after a correction it would differ by
 * what one organisation provided, so the first table stays (SPEC A-4).
 */
export async function publishBreakdown(
  db: Db,
  actor: PersonActor,
  quarter: string,
  at: Date,
): Promise<void> {
  if (!isOver(quarter, dayInJapan(at))) throw new Refusal('quarter-running')
  if (await isImported(db, quarter)) throw new Refusal('not-found')
  const { lines } = await countBreakdown(db, quarter)
  const isFirst = await savePublishedLines(db, { quarter, lines }, { by: actor.personId, at })
  if (!isFirst) throw new Refusal('breakdown-published')
  await recordAudit(db, {
    actor,
    action: 'breakdown-published',
    subject: 'statistics',
    detail: { quarter },
  })
}
