import { z } from 'zod'
import { Admission, type AskAdmissionRequest, ClosedThing } from 'contract/restriction'
import { type Db, findRows, loadRow, sql } from '../database/index.ts'
import { RESTRICTION_LIMITS as limits } from './limits.ts'

const Closed = ClosedThing.extend({ since: z.date() })
const LIFTABLE = sql`noroshi.is_liftable(kind, id) as is_liftable`
export type Closed = z.infer<typeof Closed>

/** What is closed to the caller, the newest first. */
export function listClosed(db: Db): Promise<Closed[]> {
  return findRows(
    db,
    Closed,
    sql`select *, ${LIFTABLE} from noroshi.closed_things() order by since desc, id limit ${limits.closedShownMax}`,
  )
}

/** One of them; what is open to the caller, or nothing at all, is not found. */
export function loadClosed(db: Db, thingId: string): Promise<Closed> {
  return loadRow(
    db,
    Closed,
    sql`select *, ${LIFTABLE} from noroshi.closed_things() where id = ${thingId}`,
  )
}

/** Puts a request down and says which submissions it is about. */
export async function insertAdmission(
  db: Db,
  it: z.output<typeof AskAdmissionRequest> & { admissionId: string; thing: Closed },
): Promise<readonly string[]> {
  const { submissionIds } = await loadRow(
    db,
    z.object({ submissionIds: z.array(z.uuid()) }),
    sql`select noroshi.ask_admission(${it.admissionId}, ${it.thing.kind}, ${it.thing.id}, ${it.purpose}, ${it.reason}, ${it.days}) as submission_ids`,
  )
  return submissionIds
}

const Asked = Admission.extend({ askedAt: z.date() })

/** Requests without an answer that the caller made or may answer, the oldest first. */
export function listAdmissions(db: Db): Promise<z.infer<typeof Asked>[]> {
  return findRows(
    db,
    Asked,
    sql`select a.id as admission_id, a.thing_kind as kind, a.number, p.name as asked_by, a.purpose, a.reason, a.days, a.asked_at,
               a.person_id = noroshi.current_person() as is_own
          from noroshi.admission a join noroshi.person p on p.id = a.person_id
         where a.outcome is null order by a.asked_at, a.id limit ${limits.admissionsShownMax}`,
  )
}

const Answered = z.object({
  submissionId: z.uuid(),
  organisationId: z.uuid().optional(),
  personId: z.uuid(),
  endsAt: z.date().optional(),
  /** The hub's restriction of it ended with the answer. */
  isLifted: z.boolean(),
  /** Whoever asked reads it from now on, and its provider wanted others not to. */
  isTold: z.boolean(),
})

/** Answers a request. Nothing comes back to whoever asked it, may not answer it, or comes second. */
export function answerRequest(
  db: Db,
  admissionId: string,
  outcome: 'allowed' | 'declined',
): Promise<z.infer<typeof Answered>[]> {
  return findRows(
    db,
    Answered,
    sql`select * from noroshi.answer_admission(${admissionId}, ${outcome})`,
  )
}
