import { z } from 'zod'
import { Bilingual, Day, GroupId, Moment, OrganisationId, PlannedDay, Sha256 } from './common.ts'
import { visibleLine } from './visible-line.ts'

/** SIGs are bound by NDA (秘密保持契約), frameworks by terms (規約). */
export const AgreementKind = z.enum(['nda', 'terms'])

/** Letters of one language: a contract of some forty pages. */
const AgreementWords = z.string().trim().min(1).max(100_000)

export const PublishAgreementRequest = z.strictObject({
  kind: AgreementKind,
  version: z.string().trim().min(1).max(50),
  ja: AgreementWords,
  en: AgreementWords,
})
export const AgreementText = z.object({
  textId: z.uuid(),
  version: z.string(),
  ja: z.string(),
  en: z.string(),
  hash: Sha256,
})
export type AgreementText = z.infer<typeof AgreementText>
export const AgreementPublished = AgreementText.pick({ textId: true, hash: true })

/** How one organisation stands to one group it is in. */
const Standing = z.object({
  groupId: GroupId,
  group: Bilingual,
  kind: AgreementKind,
  /** Version in force today; without one nothing of the group is visible. */
  inForce: z.string().optional(),
  endsOn: Day.optional(),
  /** Signed in the product and not yet accepted by the hub. */
  waiting: z
    .object({ signatureId: z.uuid(), version: z.string(), signer: z.string(), signedOn: Day })
    .optional(),
})
/** For the organisation itself: with the newest text, to be read and signed. */
export const OwnStanding = Standing.extend({ text: AgreementText.optional() })
export type OwnStanding = z.infer<typeof OwnStanding>
export const OwnStandingList = z.object({ rows: z.array(OwnStanding) })
/** For the hub: of every organisation and group. */
export const StandingRow = Standing.extend({
  organisationId: OrganisationId,
  organisation: z.string(),
})
export type StandingRow = z.infer<typeof StandingRow>
export const StandingList = z.object({ rows: z.array(StandingRow) })

export const SignAgreementRequest = z.strictObject({
  textId: z.uuid(),
  /** Of the text that was read; another one is refused. */
  textHash: Sha256,
  /** Name and title of somebody with authority to bind the organisation. */
  signer: visibleLine(100),
})
export const AcceptAgreementRequest = z.strictObject({ endsOn: PlannedDay.optional() })
export const EndAgreementRequest = z.strictObject({ groupId: GroupId, endsOn: PlannedDay })

/** What one organisation agreed for one group, to be printed and kept. */
export const AgreementCopy = z.object({
  agreementId: z.uuid(),
  organisation: z.string(),
  hub: Bilingual,
  group: Bilingual,
  kind: AgreementKind,
  version: z.string(),
  signer: z.string(),
  signedOn: Day,
  /** Nothing is visible from this day on. */
  endsOn: Day.optional(),
  /** Absent when it was signed on paper: then the paper is the text. */
  signed: z
    .object({
      signatureId: z.uuid(),
      signedAt: Moment,
      /** Name on the account that signed. */
      signedBy: z.string(),
      /** The day alone: at what hour the hub's people work is nobody's business. */
      acceptedOn: Day,
      text: AgreementText,
    })
    .optional(),
})
export type AgreementCopy = z.infer<typeof AgreementCopy>
