import type { PersonId, SubmissionId } from 'contract/common'
import type { Channel, Receipt, SubmissionKind } from 'contract/intake'
import { recordAudit } from '../audit/index.ts'
import { crashPoint } from '../crash-points.ts'
import type { Db } from '../database/index.ts'
import type { StoredEvidence } from '../evidence-store/index.ts'
import type { Hub } from '../hub.ts'
import { newId, newShortCode } from '../ids.ts'
import { type JobOptions, startJob } from '../jobs/index.ts'
import { dayInJapan } from '../clock.ts'
import { Refusal } from '../refusals.ts'
import { restrictSubmissions } from '../restriction/index.ts'
import { ANY_ROOM, checkedBytes, type Room } from './checked-bytes.ts'
import { countWithinMailBound, loadMailRoom } from './hold-mail-bound.ts'
import { countWithinQuota, loadQuotaRoom } from './hold-quota.ts'
import { intakeLimits as limits } from './limits.ts'
import { type Provider, type Submitter, inSightOf } from './provider.ts'
import { toReceipt } from './receipt-text.ts'
import { DEFAULT_WISHES, firstDates } from './submission-defaults.ts'
import {
  type ReceivedFile,
  findByKey,
  loadReceivedFile,
  saveEvidenceRow,
  saveFile,
  saveSubmission,
} from './submission.queries.ts'

/** One file on its way in, with everything known about it at the door. */
export interface Arrival {
  readonly actor: Submitter
  readonly provider: Provider
  readonly channel: Channel
  readonly kind: SubmissionKind
  readonly fileName?: string | undefined
  readonly note?: string | undefined
  readonly occurredOn?: string | undefined
  /** Whether only the people in charge at the hub may read it, from its first moment on. */
  readonly isRestricted?: boolean | undefined
  readonly submittedBy?: PersonId | undefined
  /** The sender's name for this act, or how to make one from the hash of the bytes. */
  readonly idempotencyKey: string | ((sha256: string) => string)
  readonly bytes: AsyncIterable<Uint8Array>
  /** How many bytes the sender announced, if it did. */
  readonly announcedBytes?: number | undefined
  /** Where it connected from, of what came by mail; no network for a gateway of the hub's own. */
  readonly mailedFrom?: { readonly network: string | undefined } | undefined
}

/**
 * Takes a submission in and gives its receipt only when bytes, row, job and audit line are durable
 * (holds invariant 8). The same key again gives the same receipt, also to two requests at once.
 * The bytes are always written, so that a file the hub already has takes no less time.
 */
export async function takeSubmission(
  hub: Hub,
  arrival: Arrival,
): Promise<{ readonly receipt: Receipt; readonly isNew: boolean }> {
  const room = await loadRoom(hub, arrival)
  const evidence = await hub.evidence.saveEvidence(
    checkedBytes(arrival.bytes, arrival.announcedBytes, room),
    { sizeBytesMax: limits.fileBytesMax },
  )
  const taken = await inSightOf(hub.database, arrival.actor, async (db) => {
    const written = await writeOnce(db, hub, arrival, evidence)
    crashPoint('intake.before-commit')
    return written
  })
  crashPoint('intake.after-commit')
  return { receipt: toReceipt(taken.file), isNew: taken.isNew }
}

/** Who is over the quota does not fill the store on the way to hearing it; who asks again for a receipt gets it. */
async function loadRoom(hub: Hub, arrival: Arrival): Promise<Room> {
  const { actor, provider, idempotencyKey: key, announcedBytes = 0, mailedFrom } = arrival
  const now = hub.clock.now()
  const room =
    mailedFrom === undefined
      ? await inSightOf(hub.database, actor, async (db) =>
          typeof key === 'string' && (await findByKey(db, provider, key)) !== undefined
            ? ANY_ROOM
            : loadQuotaRoom(db, hub.config, { organisationId: provider.organisationId, now }),
        )
      : await hub.database.inStaff({}, (db) => loadMailRoom(db, mailedFrom.network, now))
  room(announcedBytes)
  return room
}

async function writeOnce(
  db: Db,
  hub: Hub,
  arrival: Arrival,
  evidence: StoredEvidence,
): Promise<{ readonly file: ReceivedFile; readonly isNew: boolean }> {
  const { provider, idempotencyKey: given } = arrival
  const idempotencyKey = typeof given === 'string' ? given : given(evidence.sha256)
  for (let attempt = 0; attempt < limits.receiptAttemptsMax; attempt += 1) {
    const submissionId = newId<SubmissionId>()
    if (await writeSubmission(db, hub.clock.now(), submissionId, { ...arrival, idempotencyKey })) {
      await countBytes(db, hub, arrival, evidence.sizeBytes)
      const file = await writeFile(db, hub.clock.now(), submissionId, arrival, evidence)
      return { file, isNew: true }
    }
    const earlier = await findByKey(db, provider, idempotencyKey)
    if (earlier !== undefined) {
      if (earlier.sha256 !== evidence.sha256) throw new Refusal('key-used-otherwise')
      return { file: earlier, isNew: false }
    }
    // Neither written nor there under this key: the receipt number was taken. Another one is drawn.
  }
  throw new Error('No free receipt number was found.')
}

/** What came by mail counts for its network; everything else for the organisation that was signed in. */
function countBytes(
  db: Db,
  hub: Hub,
  { provider: { organisationId }, mailedFrom }: Arrival,
  bytes: number,
): Promise<void> {
  const now = hub.clock.now()
  return mailedFrom === undefined
    ? countWithinQuota(db, hub.config, { organisationId, bytes, now })
    : countWithinMailBound(db, { network: mailedFrom.network, bytes, now })
}

function writeSubmission(
  db: Db,
  now: Date,
  submissionId: SubmissionId,
  arrival: Arrival & { readonly idempotencyKey: string },
): Promise<boolean> {
  const { provider, kind, channel, note, submittedBy, occurredOn, idempotencyKey } = arrival
  return saveSubmission(db, {
    submissionId,
    receipt: `S-${dayInJapan(now).slice(0, 4)}-${newShortCode()}`,
    provider,
    kind,
    channel,
    note,
    submittedBy,
    receivedAt: now,
    idempotencyKey,
    wishes: DEFAULT_WISHES,
    dates: firstDates(now, occurredOn),
  })
}

async function writeFile(
  db: Db,
  now: Date,
  submissionId: SubmissionId,
  arrival: Arrival,
  evidence: StoredEvidence,
): Promise<ReceivedFile> {
  const fileId = newId()
  await saveEvidenceRow(db, evidence)
  await saveFile(db, arrival.provider.organisationId, {
    fileId,
    submissionId,
    ordinal: 0,
    evidence,
    fileName: arrival.fileName,
    receivedAt: now,
  })
  await recordAudit(db, {
    actor: arrival.actor,
    action: 'submission-handed-in',
    subject: `submission:${submissionId}`,
    detail: { sha256: evidence.sha256, channel: arrival.channel, provider: arrival.provider.kind },
  })
  if (arrival.isRestricted === true) {
    const setBy = arrival.actor.organisationId === undefined ? 'hub' : 'provider'
    await restrictSubmissions(db, arrival.actor, { submissionIds: [submissionId], setBy, at: now })
  }
  await startAnalysis(db, submissionId)
  return loadReceivedFile(db, fileId)
}

/** Has the evidence read. One submission is read by one job at a time, so that results never mix. */
export function startAnalysis(
  db: Db,
  submissionId: SubmissionId,
  { canWait = false }: Pick<JobOptions, 'canWait'> = {},
): Promise<void> {
  return startJob(
    db,
    'analyse-submission',
    { submissionId },
    { key: `analyse:${submissionId}`, queue: `analyse:${submissionId}`, canWait },
  )
}
