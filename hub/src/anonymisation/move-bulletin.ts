import { type AuditActor, recordAudit } from '../audit/index.ts'
import { findMove, type Mover, type StateOf } from '../case-flow.ts'
import type { Db } from '../database/index.ts'
import { type RefusalCode, Refusal } from '../refusals.ts'
import { saveState } from './bulletin.queries.ts'
import { endReleaseOrder } from './release-order.queries.ts'

export interface BulletinMove {
  readonly bulletin: {
    readonly id: string
    readonly contentHash: string
    readonly state: StateOf<'bulletin'>
  }
  readonly to: StateOf<'bulletin'>
  readonly by: Mover
  readonly actor: AuditActor & { readonly personId?: string | undefined }
  readonly at: Date
  /** Why an ordered release does not happen; kept with the order. */
  readonly why?: RefusalCode
}

/** Makes one move of a bulletin if the table of moves has it, and writes it down. */
export async function moveBulletin(db: Db, move: BulletinMove): Promise<void> {
  const { bulletin, to, by, actor, at, why } = move
  const row = findMove('bulletin', bulletin.state, to)
  if (row === undefined) throw new Refusal('not-in-this-state')
  if (!row.by.includes(by)) throw new Refusal('role-required')
  // Two people at once: the row is moved from the state that was seen, or not at all.
  if (!(await saveState(db, bulletin.id, bulletin.state, to, at)))
    throw new Refusal('already-changed')
  const outcome = bulletin.state === 'releasing' ? toOutcome(move) : undefined
  if (outcome !== undefined) await endOrder(db, move, outcome)
  const isHeldBack = outcome === 'cancelled' || outcome === 'stopped'
  await recordAudit(db, {
    actor,
    action: isHeldBack ? `bulletin-release-${outcome}` : `bulletin-${to}`,
    subject: `bulletin:${bulletin.id}`,
    detail: {
      ...{ from: bulletin.state, to },
      contentHash: bulletin.contentHash,
      ...(why === undefined ? {} : { why }),
    },
  })
}

type Outcome = 'released' | 'cancelled' | 'stopped'

function toOutcome({ to, by }: BulletinMove): Outcome {
  if (to === 'released') return 'released'
  return to === 'approved' && by !== 'hub' ? 'cancelled' : 'stopped'
}

/** Whatever takes a bulletin out of its waiting time ends the order, so that no path can forget to. */
async function endOrder(
  db: Db,
  { bulletin, by, actor, at, why }: BulletinMove,
  outcome: Outcome,
): Promise<void> {
  await endReleaseOrder(db, bulletin.id, {
    ...{ outcome, at },
    // Which of a provider's people answered is with the approval; here it would stand as one of the hub's.
    by: by === 'provider' ? undefined : actor.personId,
    reason: why,
  })
}
