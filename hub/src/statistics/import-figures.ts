import type { z } from 'zod'
import type { ImportFiguresRequest } from 'contract/statistics'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import type { PersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { saveImportedFigures } from './imported.queries.ts'

/** Takes over figures from before the software, as they were published (SPEC Q-2). They are marked wherever they show. */
export async function importFigures(
  db: Db,
  actor: PersonActor,
  { rows }: z.infer<typeof ImportFiguresRequest>,
  at: Date,
): Promise<void> {
  const quarters = rows.map(({ quarter }) => quarter)
  const isFit =
    new Set(quarters).size === quarters.length &&
    rows.every(({ hubSourced, bulletins }) => hubSourced <= bulletins)
  if (!isFit) throw new Refusal('figures-unfit')
  await saveImportedFigures(db, rows, { by: actor.personId, at })
  await recordAudit(db, {
    actor,
    action: 'figures-imported',
    subject: 'statistics',
    detail: { quarters },
  })
}
