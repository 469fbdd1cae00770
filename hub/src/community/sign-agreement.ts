import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { PublishAgreementRequest, SignAgreementRequest } from 'contract/agreement'
import { recordAudit } from '../audit/index.ts'
import { dayInJapan } from '../clock.ts'
import type { Db } from '../database/index.ts'
import { newId } from '../ids.ts'
import { loadOrganisation, type PersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import {
  acceptSignature,
  endAgreements,
  insertAgreementText,
  insertSignature,
  listOwnStandings,
} from './agreement.queries.ts'
import { insertAgreement } from './membership.queries.ts'
import { planAgreementReminders } from './remind-agreement.job.ts'

/** Publishes the next version of a text. Versions before it stay as they were signed. */
export async function publishAgreementText(
  db: Db,
  actor: PersonActor,
  text: z.output<typeof PublishAgreementRequest>,
  at: Date,
): Promise<{ textId: string; hash: string }> {
  const textId = newId()
  // JSON keeps the fields apart, so that no two texts share a form.
  const form = JSON.stringify([text.kind, text.version, text.ja, text.en])
  const hash = createHash('sha256').update(form).digest('hex')
  await insertAgreementText(db, { ...text, textId, hash, at })
  await recordAudit(db, {
    actor,
    action: 'agreement-published',
    subject: `agreement-text:${textId}`,
    detail: { kind: text.kind, hash },
  })
  return { textId, hash }
}

export interface SigningOrder extends z.output<typeof SignAgreementRequest> {
  readonly groupId: string
  readonly at: Date
}

/** Signs the newest text for a group the contact's own organisation is in. Nothing opens before the hub accepts. */
export async function signAgreement(
  db: Db,
  actor: PersonActor,
  { groupId, textId, textHash, signer, at }: SigningOrder,
): Promise<void> {
  const organisationId = loadOrganisation(actor)
  const standings = await listOwnStandings(db, organisationId, dayInJapan(at))
  const standing = standings.find((one) => one.groupId === groupId)
  if (standing === undefined) throw new Refusal('not-found')
  // Read one text, signed another: the hub published a newer one meanwhile, or somebody altered the request.
  if (standing.text?.textId !== textId || standing.text.hash !== textHash) {
    throw new Refusal('already-changed')
  }
  const { personId } = actor
  const id = newId()
  await insertSignature(db, { id, organisationId, groupId, textId, textHash, personId, signer, at })
  await recordAudit(db, {
    actor,
    action: 'agreement-signed',
    subject: `organisation:${organisationId}`,
    detail: { groupId, text: textId, hash: textHash, signature: id },
  })
}

/** Takes a signature for the hub: from its day on the agreement is in force. */
export async function acceptAgreement(
  db: Db,
  actor: PersonActor,
  { signatureId, endsOn, at }: { signatureId: string; endsOn: string | undefined; at: Date },
): Promise<void> {
  const { personId } = actor
  const signed = await acceptSignature(db, { signatureId, personId, at })
  // In force from the day of the signature on: with an earlier end it would be accepted and bind nobody.
  if (endsOn !== undefined && endsOn < signed.signedOn) {
    throw new Refusal('request-unfit', { places: [{ path: 'endsOn', say: 'before-signature' }] })
  }
  const id = newId()
  await insertAgreement(db, { ...signed, id, endsOn, signatureId })
  if (endsOn !== undefined) await planAgreementReminders(db, id, { endsOn, at })
  await recordAudit(db, {
    actor,
    action: 'agreement-accepted',
    subject: `organisation:${signed.organisationId}`,
    detail: { groupId: signed.groupId, signature: signatureId, endsOn },
  })
}

/** Ends what binds an organisation to a group. From that day on nothing of the group is visible to it. */
export async function endAgreement(
  db: Db,
  actor: PersonActor,
  order: { organisationId: string; groupId: string; endsOn: string; at: Date },
): Promise<void> {
  const ended = await endAgreements(db, order)
  if (ended.length === 0) throw new Refusal('not-found')
  for (const id of ended) await planAgreementReminders(db, id, order)
  await recordAudit(db, {
    actor,
    action: 'agreement-ended',
    subject: `organisation:${order.organisationId}`,
    detail: { groupId: order.groupId, endsOn: order.endsOn },
  })
}
