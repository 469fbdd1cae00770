import type { SubmissionId } from 'contract/common'
import type { WebLogList } from 'contract/web-log'
import { techniqueById } from 'engine'
import type { Db } from '../../database/index.ts'
import { listWebLogRows } from '../keep/web-log.queries.ts'

/** The access logs of a submission in figures, with what an analyst should bear in mind about all of them. */
export async function listWebLogs(db: Db, submissionId: SubmissionId): Promise<WebLogList> {
  const { innocent = [], blindSpots = [], advice, attack = [] } = techniqueById('web-probe') ?? {}
  const rows = await listWebLogRows(db, submissionId)
  return {
    logs: rows.map((row) => ({
      logId: row.logId,
      path: row.path,
      ...(row.fileName === undefined ? {} : { fileName: row.fileName }),
      summary: row.summary,
      innocent: [...innocent],
      blindSpots: [...blindSpots],
      advice: advice ?? { ja: '', en: '' },
      attack: [...attack],
    })),
  }
}
