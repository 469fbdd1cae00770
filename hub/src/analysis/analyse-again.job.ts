import { startAnalysis } from '../intake/index.ts'
import { defineJob } from '../jobs/index.ts'
import { analysisLimits as limits } from './limits.ts'
import { listReceivedSince } from './keep/reading.queries.ts'
import { saveRereadingBegun } from './rereading.queries.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Has the evidence of the last days read again, because the register or the hub's knowledge has
 * changed: a name that is protected from today on may have been imitated yesterday.
 */
export const analyseAgainJob = defineJob('analyse-again', (hub, { days, rereadingId }) =>
  hub.database.inStaff({}, async (db) => {
    const at = hub.clock.now()
    const since = new Date(at.getTime() - days * DAY_MS)
    const submissionIds = await listReceivedSince(db, since, limits.againSubmissionsMax)
    const asked = rereadingId === undefined ? {} : { rereadingId }
    await saveRereadingBegun(db, { ...asked, days, at }, submissionIds)
    for (const submissionId of submissionIds)
      await startAnalysis(db, submissionId, { canWait: true })
  }),
)
