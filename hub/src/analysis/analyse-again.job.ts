import { startAnalysis } from '../intake/index.ts'
import { defineJob } from '../jobs/index.ts'
import { analysisLimits as limits } from './limits.ts'
import { listReceivedSince } from './reading.queries.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Has the evidence of the last days read again, because the register or the hub's knowledge has
 * changed: a name that is protected from today on may have been imitated yesterday.
 */
export const analyseAgainJob = defineJob('analyse-again', (hub, { days }) =>
  hub.database.inStaff({}, async (db) => {
    const since = new Date(hub.clock.now().getTime() - days * DAY_MS)
    for (const submissionId of await listReceivedSince(db, since, limits.againSubmissionsMax))
      await startAnalysis(db, submissionId, { canWait: true })
  }),
)
