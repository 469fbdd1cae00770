import type { HistoryEntry } from 'contract/analysis'
import { analysisSentences } from '../analysis/index.ts'
import { listAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { intakeSentences } from '../intake/index.ts'
import { loadPersonNames } from './people.queries.ts'
import { CHANGES_MAX } from './limits.ts'
import { caseworkSentences } from './sentences.ts'

const SENTENCES = { ...intakeSentences, ...analysisSentences, ...caseworkSentences }

/** What happened to a submission or a case, newest first, told from the audit log. Mere readings are left out. */
export async function loadHistory(db: Db, subject: string): Promise<HistoryEntry[]> {
  const entries = await listAudit(db, { subject, limit: CHANGES_MAX })
  const told = entries.flatMap(({ at, actor, action }) => {
    const say = SENTENCES[action]
    return say === undefined || action === 'mail-opened' ? [] : [{ at, actor, say }]
  })
  const names = await loadPersonNames(
    db,
    told.flatMap(({ actor }) =>
      actor.startsWith('person:') ? [actor.slice('person:'.length)] : [],
    ),
  )
  return told.map(({ at, actor, say }) => ({
    at: at.toISOString(),
    by: names.get(actor.slice('person:'.length)) ?? 'Noroshi',
    say,
  }))
}
