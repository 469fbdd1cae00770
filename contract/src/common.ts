import { z } from 'zod'

/** One label or sentence in both languages of the product. */
export const Bilingual = z.strictObject({ ja: z.string(), en: z.string() })
export type Bilingual = z.infer<typeof Bilingual>

export const Language = z.enum(['ja', 'en'])
export type Language = z.infer<typeof Language>

const id = <const B extends string>() => z.uuid().brand<B>()

export const OrganisationId = id<'OrganisationId'>()
export type OrganisationId = z.infer<typeof OrganisationId>
export const GroupId = id<'GroupId'>()
export type GroupId = z.infer<typeof GroupId>
export const MembershipId = id<'MembershipId'>()
export type MembershipId = z.infer<typeof MembershipId>
export const PersonId = id<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>
export const SubmissionId = id<'SubmissionId'>()
export type SubmissionId = z.infer<typeof SubmissionId>
export const MailId = id<'MailId'>()
export type MailId = z.infer<typeof MailId>
export const FindingId = id<'FindingId'>()
export type FindingId = z.infer<typeof FindingId>
export const CaseId = id<'CaseId'>()
export type CaseId = z.infer<typeof CaseId>
export const CaseChangeId = id<'CaseChangeId'>()
export type CaseChangeId = z.infer<typeof CaseChangeId>
export const BulletinId = id<'BulletinId'>()
export type BulletinId = z.infer<typeof BulletinId>
export const ApprovalId = id<'ApprovalId'>()
export type ApprovalId = z.infer<typeof ApprovalId>
export const WithdrawalId = id<'WithdrawalId'>()
export type WithdrawalId = z.infer<typeof WithdrawalId>
/** One release of one version of a bulletin: what a member sees. Never the id of anything inside the hub. */
export const ReleaseId = id<'ReleaseId'>()
export type ReleaseId = z.infer<typeof ReleaseId>

/** SHA-256 in lower-case hexadecimal. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/**
 * Calendar day, `YYYY-MM-DD`, Japan Standard Time, of the years 1970 to 9999: ISO 8601 writes a year 0 as well, which no
 * calendar of the database has, and nothing that is shared here happened before there was mail.
 */
export const Day = z.iso.date().refine((day) => day >= '1970-01-01', {
  error: 'The day must be 1970-01-01 or later.',
})
export type Day = z.infer<typeof Day>
/** A day somebody gives that may lie ahead, as an agreement's end: within the century, like quarters. */
export const PlannedDay = Day.refine((day) => day <= '2099-12-31', {
  error: 'The day must be 2099-12-31 or earlier.',
})
/** Moment, ISO 8601 in UTC with `Z`. */
export const Moment = z.iso.datetime()
export type Moment = z.infer<typeof Moment>

/** Calendar quarter such as `2026Q2` (April to June 2026), from 1970 on like the days in it. */
export const Quarter = z.string().regex(/^(19[7-9]|20\d)\dQ[1-4]$/)
export type Quarter = z.infer<typeof Quarter>

/** Traffic Light Protocol 2.0 (FIRST, August 2022), without the prefix, strictest first. */
export const TLP_LABELS = ['RED', 'AMBER+STRICT', 'AMBER', 'GREEN', 'CLEAR'] as const
export const Tlp = z.enum(TLP_LABELS)
export type Tlp = z.infer<typeof Tlp>

/** A fact that may be unknown (不明) or withheld by the provider (情報提供外); neither is an empty field (SPEC I-7). */
export const known = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('known', [
    z.strictObject({ known: z.literal('value'), value }),
    z.strictObject({ known: z.literal('unknown') }),
    z.strictObject({ known: z.literal('withheld') }),
  ])

/** Answer of every refused request (RFC 9457). `code` is one of the hub's refusals. */
export const ProblemAnswer = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  /** The same sentence in both languages. */
  say: Bilingual.optional(),
  traceId: z.string().optional(),
  /** For a request that does not fit its schema: where. */
  places: z.array(z.object({ path: z.string(), say: z.string() })).optional(),
})
export type ProblemAnswer = z.infer<typeof ProblemAnswer>

/** One page of a list. `next` is passed back as `after`; absent on the last page. */
export const page = <T extends z.ZodType>(row: T) =>
  z.object({ rows: z.array(row), next: z.string().optional() })

/** Empty answer of a request that only did something. */
export const Done = z.object({ done: z.literal(true) })

/** Classification of an attack (SPEC K-1). */
export const Classification = z.enum([
  'targeted',
  'mass-mailed',
  'bec-type-1',
  'bec-type-2',
  'bec-type-3',
  'bec-type-4',
  'bec-type-5',
  'credential-phishing',
  'malware-mail',
  'malicious-traffic',
  'intrusion',
  'ransomware',
  'coin-miner',
  'fake-site',
  'harmless',
  'unclear',
  'other',
])
export type Classification = z.infer<typeof Classification>
/** Whether an attack was meant for few or scattered to many (SPEC R-4). */
export const Reach = z.enum(['targeted', 'mass', 'unclear'])
export type Reach = z.infer<typeof Reach>
export const Weight = z.enum(['strong', 'medium', 'weak'])
export type Weight = z.infer<typeof Weight>
