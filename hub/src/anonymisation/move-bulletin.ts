import { recordAudit } from '../audit/index.ts'
import { findMove, type Mover, type StateOf } from '../case-flow.ts'
import type { Db } from '../database/index.ts'
import { Refusal } from '../refusals.ts'
import type { AuditActor } from '../audit/index.ts'
import { saveState } from './bulletin.queries.ts'

export interface BulletinMove {
  readonly bulletin: {
    readonly id: string
    readonly contentHash: string
    readonly state: StateOf<'bulletin'>
  }
  readonly to: StateOf<'bulletin'>
  readonly by: Mover
  readonly actor: AuditActor
  readonly at: Date
}

/** Makes one move of a bulletin if the table of moves has it, and writes it down. */
export async function moveBulletin(
  db: Db,
  { bulletin, to, by, actor, at }: BulletinMove,
): Promise<void> {
  const move = findMove('bulletin', bulletin.state, to)
  if (move === undefined) throw new Refusal('not-in-this-state')
  if (!move.by.includes(by)) throw new Refusal('role-required')
  // Two people at once: the row is moved from the state that was seen, or not at all.
  if (!(await saveState(db, bulletin.id, bulletin.state, to, at)))
    throw new Refusal('already-changed')
  await recordAudit(db, {
    actor,
    action: `bulletin-${to}`,
    subject: `bulletin:${bulletin.id}`,
    detail: { from: bulletin.state, contentHash: bulletin.contentHash },
  })
}
