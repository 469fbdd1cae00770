import type { z } from 'zod'
import type { AskApprovalRequest } from 'contract/bulletin'
import type { BulletinRecord, Handling, LoadedAudience } from '../anonymisation/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import type { Hub } from '../hub.ts'
import type { Actor } from '../people/index.ts'
import { notifyContacts } from './notify-contacts.ts'
import { type PutRequest, putRequest } from './put-request.ts'
import { planReminder } from './remind-provider.job.ts'

export type Asked = z.infer<typeof AskApprovalRequest> & {
  readonly bulletinId: string
  readonly hub: Hub
  readonly now: Date
}

/** One round of questions: what is asked about, and of whom all. */
export interface Round {
  readonly asked: Asked
  readonly bulletin: BulletinRecord
  readonly handling: Handling
  readonly audience: LoadedAudience
}

/** What one provider is asked. */
export type Question = Pick<
  PutRequest,
  'organisationId' | 'about' | 'asks' | 'identifying' | 'forms'
>

/** Puts one question to one provider and tells its contacts. What it is about makes no difference to that. */
export async function askProvider(
  db: Db,
  actor: Actor,
  to: Round & Question & Pick<PutRequest, 'view'>,
): Promise<void> {
  const { asked, bulletin, organisationId, about } = to
  const { now: at, message } = asked
  const dueAt = new Date(asked.dueAt)
  const id = await putRequest(db, { ...to, state: 'waiting', at, dueAt, message })
  await recordAudit(db, {
    actor,
    action: 'approval-asked',
    subject: `approval:${id}`,
    detail: {
      bulletin: bulletin.id,
      organisation: organisationId,
      contentHash: bulletin.contentHash,
      about,
    },
  })
  const notice = { approvalId: id, organisationId, at }
  await notifyContacts(db, { ...notice, kind: 'approval-asked' })
  await planReminder(db, { approvalId: id, askedAt: at, dueAt })
}
