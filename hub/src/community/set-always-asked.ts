import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { assertStanding, loadOrganisation, type PersonActor } from '../people/index.ts'
import { saveAlwaysAsked } from './organisation.queries.ts'

/** An organisation wants to be asked before anything made of its submissions goes out, or no longer. Runs as the member. */
export async function setAlwaysAsked(
  db: Db,
  actor: PersonActor,
  { isAlwaysAsked, now }: { isAlwaysAsked: boolean; now: Date },
): Promise<void> {
  if (!isAlwaysAsked) await assertStanding(db, actor, now)
  const organisationId = loadOrganisation(actor)
  if (!(await saveAlwaysAsked(db, organisationId, isAlwaysAsked))) return
  await recordAudit(db, {
    actor,
    action: isAlwaysAsked ? 'always-asked-set' : 'always-asked-ended',
    subject: `organisation:${organisationId}`,
  })
}
