import type { HistoryEntry } from 'contract/analysis'
import { listAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { loadPersonNames } from './bulletin-view.queries.ts'
import { bulletinSentences } from './sentences.ts'

// A bulletin that has been edited more often than this shows its last changes only.
const ENTRIES_MAX = 200

/** What happened to a bulletin, the newest first, told from the audit log. */
export async function loadHistory(db: Db, bulletinId: string): Promise<HistoryEntry[]> {
  const entries = await listAudit(db, { subject: `bulletin:${bulletinId}`, limit: ENTRIES_MAX })
  const names = await loadPersonNames(
    db,
    entries.flatMap(({ actor }) => (actor.startsWith('person:') ? [actor.slice(7)] : [])),
  )
  return entries.flatMap(({ action, actor, at }) => {
    const say = bulletinSentences[action]
    if (say === undefined) return []
    return [{ at: at.toISOString(), by: names.get(actor.slice(7)) ?? 'Noroshi', say }]
  })
}
