import { dayInJapan } from '../clock.ts'
import { defineJob } from '../jobs/index.ts'
import { listUnsettled } from './answer.queries.ts'
import { applyPermissions, rehearsePermissions } from './apply-permissions.ts'
import { loadBulletin, loadBulletinForUpdate } from './bulletin.queries.ts'
import { isOut } from './is-out.ts'
import { loadHandling } from './load-handling.ts'
import { lockBulletin } from './lock-bulletin.ts'
import { saveFailed } from './save-failed.ts'

/** Carries over to a bulletin what its providers have answered. */
export const settleAnswersJob = defineJob(
  'settle-answers',
  async (hub, { bulletinId }) => {
    await hub.database.inStaff({}, (db) => lockBulletin(db, bulletinId, hub.clock.now()))
  },
  {
    giveUp: (hub, { bulletinId }) =>
      hub.database.inStaff({}, async (db) => {
        // Under the lock: somebody may be carrying them over at this moment.
        const bulletin = await loadBulletinForUpdate(db, bulletinId)
        if (isOut(bulletin) || (await listUnsettled(db, bulletinId)).length === 0) return
        await saveFailed(db, bulletin)
      }),
  },
)

/** Writes into a text what its providers let out, in a transaction of its own: they answer on meanwhile. */
export const applyPermissionsJob = defineJob(
  'apply-permissions',
  (hub, { bulletinId }) =>
    hub.database.inStaff({}, async (db) => {
      const now = hub.clock.now()
      const seen = await loadBulletin(db, bulletinId)
      const handling = await loadHandling(db, seen, dayInJapan(now))
      if (seen.state === 'waiting') return rehearsePermissions(db, seen, { handling, now })
      const bulletin = await lockBulletin(db, bulletinId, now)
      // A check came first, or somebody's next step.
      if (bulletin.settling === undefined || bulletin.state !== 'draft') return
      // What does not fit is for whoever checks the text next.
      await applyPermissions(db, bulletin, { handling, now, ifUnfit: 'leave' })
    }),
  {
    giveUp: (hub, { bulletinId }) =>
      hub.database.inStaff({}, async (db) => {
        const bulletin = await loadBulletinForUpdate(db, bulletinId)
        if (bulletin.settling !== undefined) await saveFailed(db, bulletin)
      }),
  },
)
