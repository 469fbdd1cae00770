import type { HistoryEntry } from 'contract/analysis'
import { type AuditRecord, listAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { loadPersonNames } from './bulletin-view.queries.ts'
import { bulletinSentences } from './sentences.ts'

// A bulletin that has been edited more often than this shows its last changes only.
const ENTRIES_MAX = 200

/** What happened to a bulletin, the newest first, told from the audit log. */
export async function loadHistory(db: Db, bulletinId: string): Promise<HistoryEntry[]> {
  const entries = await listAudit(db, { subject: `bulletin:${bulletinId}`, limit: ENTRIES_MAX })
  const names = await loadPersonNames(db, entries.flatMap(toPersonId))
  return entries.flatMap((entry) => {
    const say = bulletinSentences[entry.action]
    if (say === undefined) return []
    const by = toPersonId(entry).flatMap((id) => names.get(id) ?? [])[0] ?? 'Noroshi'
    return [{ at: entry.at.toISOString(), by, say }]
  })
}

/** Whoever did it; of a provider's answer, which stands here as the hub's act, the person who answered. */
function toPersonId({ actor, detail }: AuditRecord): string[] {
  if (actor.startsWith('person:')) return [actor.slice(7)]
  const { answeredBy } = detail
  return typeof answeredBy === 'string' ? [answeredBy] : []
}
