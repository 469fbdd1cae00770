import type { z } from 'zod'
import type { AskAdmissionRequest } from 'contract/restriction'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { newId } from '../ids.ts'
import type { PersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { insertAdmission, loadClosed } from './admission.queries.ts'

/** Asks to be let in to what is closed to oneself, or as a lead that the hub's own restriction be lifted. Somebody else answers; the attempt is written down either way. */
export async function askAdmission(
  db: Db,
  actor: PersonActor,
  thingId: string,
  request: z.output<typeof AskAdmissionRequest>,
): Promise<void> {
  if (request.purpose === 'lifting' && !actor.roles.includes('hub-lead'))
    throw new Refusal('role-required')
  const thing = await loadClosed(db, thingId)
  // Asked for what its provider alone restricts, it would let the lead in under the name of lifting.
  if (request.purpose === 'lifting' && !thing.isLiftable) throw new Refusal('restricted-by-other')
  if (thing.isAsked) throw new Refusal('admission-waits')
  const admissionId = newId()
  const submissionIds = await insertAdmission(db, { ...request, admissionId, thing })
  // Pressed twice at once, both saw nothing asked; the second was not put down.
  if (submissionIds.length === 0) throw new Refusal('admission-waits')
  for (const id of submissionIds) {
    await recordAudit(db, {
      actor,
      action: 'admission-asked',
      subject: `submission:${id}`,
      detail: { admission: admissionId, purpose: request.purpose, days: request.days },
    })
  }
}
