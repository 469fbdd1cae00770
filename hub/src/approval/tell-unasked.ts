import type {
  BulletinRecord,
  Handling,
  LoadedAudience,
  OutgoingForms,
} from '../anonymisation/index.ts'
import { type AuditActor, recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { notifyContacts } from './notify-contacts.ts'
import { loadProviderViews } from './load-provider-views.ts'
import { putRequest, toPreviews } from './put-request.ts'

/**
 * Shows each provider what has just gone out of its submission as technical information: the same page as a request
 * for approval, from which it can ask to take it back. In the transaction of the release, so that none is forgotten.
 */
export async function tellUnasked(
  db: Db,
  actor: AuditActor,
  released: {
    readonly bulletin: BulletinRecord
    readonly handling: Handling
    readonly audience: LoadedAudience
    readonly forms: OutgoingForms
    readonly at: Date
  },
): Promise<void> {
  const { bulletin, handling, at } = released
  const forms = toPreviews(released.forms)
  const views = await loadProviderViews(db, released, handling.providerIds)
  for (const [organisationId, view] of views) {
    const told = {
      ...released,
      forms,
      organisationId,
      view,
      asks: [],
      identifying: [],
      dueAt: at,
    } as const
    const approvalId = await putRequest(db, { ...told, about: 'text', state: 'not-asked' })
    await recordAudit(db, {
      actor,
      action: 'approval-not-asked',
      subject: `approval:${approvalId}`,
      detail: { bulletin: bulletin.id, organisation: organisationId },
    })
    const notice = { approvalId, organisationId, at }
    await notifyContacts(db, { ...notice, kind: 'shared-unasked' })
  }
}
