import { z } from 'zod'
import { Day, Moment } from './common.ts'

/** Who wants a submission restricted; each takes back its own wish only. */
export const RestrictedBy = z.enum(['provider', 'hub'])
export type RestrictedBy = z.infer<typeof RestrictedBy>

/** A restriction as the people in charge of the submission see it. */
export const Restriction = z.object({
  setBy: z.array(RestrictedBy).min(1),
  /** Who may read it; somebody who was let in, until a day. */
  people: z.array(z.object({ name: z.string(), endsOn: Day.optional() })),
})
export type Restriction = z.infer<typeof Restriction>

/**
 * Why somebody asks to be let in. A provider that itself restricted it reads this and no free word: one reason is about
 * everything in a case, and a sentence could name one of its providers to another.
 */
export const AdmissionPurpose = z.enum([
  'handling',
  'standing-in',
  'reviewing',
  'answering',
  /** A lead asks that what the hub restricted be open to all again. */
  'lifting',
  'other',
])
export type AdmissionPurpose = z.infer<typeof AdmissionPurpose>

/**
 * For its provider: its own wish, and why somebody was let in. Nobody's name, nor how many may read it, nor what the hub
 * restricts by itself: all of that is different where its mail stands beside another's.
 */
export const OwnRestriction = z.object({
  admissions: z.array(z.object({ purpose: AdmissionPurpose, allowedOn: Day, endsOn: Day })),
})
export type OwnRestriction = z.infer<typeof OwnRestriction>

/** What somebody of the hub may know of a submission or case that is closed to them. */
export const ClosedThing = z.object({
  kind: z.enum(['submission', 'case']),
  id: z.uuid(),
  number: z.string(),
  state: z.string(),
  since: Moment,
  /** How many of the hub may read it. */
  people: z.number().int(),
  /** Whether the caller has asked and waits. */
  isAsked: z.boolean(),
  /** Whether the hub restricts it, so that the caller as a lead can ask that it be open to all again. */
  isLiftable: z.boolean(),
})
export type ClosedThing = z.infer<typeof ClosedThing>
export const ClosedThings = z.object({ rows: z.array(ClosedThing) })

/** The longest time for which somebody is let in: a month of work, then they ask again. */
export const ADMISSION_DAYS_MAX = 30

export const AskAdmissionRequest = z.strictObject({
  /** A provider that itself restricted it reads it. */
  purpose: AdmissionPurpose.default('other'),
  /** Whoever answers reads it; no provider does. */
  reason: z.string().trim().min(1).max(500),
  days: z.number().int().min(1).max(ADMISSION_DAYS_MAX),
})

/** Somebody asks to be let in; shown to whoever may answer, and to whoever asked. */
export const Admission = z.object({
  admissionId: z.uuid(),
  kind: z.enum(['submission', 'case']),
  number: z.string(),
  askedBy: z.string(),
  purpose: AdmissionPurpose,
  reason: z.string(),
  days: z.number().int(),
  askedAt: Moment,
  /** Nobody answers for themselves. */
  isOwn: z.boolean(),
})
export type Admission = z.infer<typeof Admission>
export const AdmissionList = z.object({ rows: z.array(Admission) })

export const AnswerAdmissionRequest = z.strictObject({ outcome: z.enum(['allowed', 'declined']) })
