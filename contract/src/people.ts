import { z } from 'zod'
import { Day, Language, Moment, OrganisationId, PersonId } from './common.ts'
import { visibleLine } from './visible-line.ts'

/** What a person may be (SPEC C-4). The first three work for the hub, the others for a member organisation. */
export const Role = z.enum([
  'hub-admin',
  'hub-analyst',
  'hub-lead',
  'member-contact',
  'member-reader',
])
export type Role = z.infer<typeof Role>
export const STAFF_ROLES = ['hub-admin', 'hub-analyst', 'hub-lead'] as const satisfies Role[]
export const MEMBER_ROLES = ['member-contact', 'member-reader'] as const satisfies Role[]

/** What a member's machine may do with its token. */
export const TokenScope = z.enum(['read:bulletins', 'write:submissions'])
export type TokenScope = z.infer<typeof TokenScope>

const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^[^\s@]+@[^\s@]+$/)
/**
 * An address as mail programs write it, for whom one invites: no comma, bracket or quote that makes two of it in a mail's
 * head, and nothing unseen (RFC 5322 §3.4.1, dot-atom).
 */
const PlainEmail = Email.regex(/^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)*$/)
const Secret = z.string().min(1).max(200)
/** A password as chosen: long rather than complicated (NIST SP 800-63B §5.1.1). */
export const NewPassword = z.string().min(12).max(200)

/** Contacts whom the hub added or let back in; they may not approve yet. */
export const NewContactList = z.object({
  rows: z.array(z.object({ personId: PersonId, name: z.string(), since: Moment })),
})

export const Me = z.object({
  personId: PersonId,
  name: z.string(),
  email: z.string(),
  roles: z.array(Role),
  language: Language,
  /** The member organisation; absent for the hub's own people. */
  organisation: z.object({ organisationId: OrganisationId, name: z.string() }).optional(),
  /** False right after a one-time link: the next step is to register a passkey or an authenticator app. */
  secondFactor: z.boolean(),
  factors: z.object({ password: z.boolean(), totp: z.boolean(), passkeys: z.number().int() }),
  /** A recovery of this account that waits for its second person, or was confirmed within a month. */
  recovery: z.object({ state: z.enum(['waits', 'confirmed']), on: Day }).optional(),
  /** Where members forward suspicious mail; absent when this hub takes none in by mail. */
  reportAddress: z.string().optional(),
  /** A demonstration hub, in which everything is invented. */
  demo: z.boolean(),
})
export type Me = z.infer<typeof Me>

export const SignInPasswordRequest = z.strictObject({
  email: Email,
  password: Secret,
  /** Six digits of the authenticator app, or a recovery code. */
  code: z.string().trim().max(60),
})
export const SignInLinkRequest = z.strictObject({
  token: z.string().min(1).max(100),
  /** A recovery code, for a recovery that nobody has confirmed yet. */
  code: z.string().trim().max(60).optional(),
})
/** Where the web interface goes next. */
export const SignedIn = z.object({ next: z.enum(['home', 'enrol']) })
export type SignedIn = z.infer<typeof SignedIn>

/** Ways in besides passkey and password. */
export const SignInWays = z.object({ provider: z.object({ name: z.string() }).optional() })
/** Address of the OpenID provider to go to. */
export const VisitStarted = z.object({ url: z.string() })
/** What the provider put into the address of the return (OpenID Connect Core §3.1.2.5, RFC 9207). */
export const FinishVisitRequest = z.strictObject({
  code: z.string().min(1).max(2000),
  state: z.string().min(1).max(200),
  iss: z.string().max(500).optional(),
})
export const LinkedIdentity = z.object({
  linked: z.boolean(),
  linkedOn: Day.optional(),
  lastUsedOn: Day.optional(),
})

/** Options for `navigator.credentials`, JSON form of WebAuthn Level 3 §5.1.8–9. */
export const PasskeyOptions = z.object({
  /** Given back with the answer; ties it to this challenge. */
  challengeToken: z.string(),
  options: z.record(z.string(), z.unknown()),
})
/** The browser's answer, JSON form of WebAuthn Level 3 §5.1.2.1 (`toJSON()`). */
export const PasskeyAnswer = z.strictObject({
  challengeToken: z.string().max(100),
  response: z.looseObject({ id: z.string().max(2000) }),
})
export const ProveByTotpRequest = z.strictObject({ code: z.string().trim().max(10) })
/** As typed off paper: with or without hyphens, in small letters, with spaces. */
export const ProveByRecoveryCodeRequest = z.strictObject({ code: z.string().trim().max(60) })
/** Shown this once; the hub keeps only keyed hashes. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) })
export const RecoveryCodesLeft = z.object({
  left: z.number().int(),
  /** Absent when none were ever made. */
  madeOn: Day.optional(),
})
export const RegisterPasskeyRequest = PasskeyAnswer.extend({
  label: z.string().trim().min(1).max(60),
})
export const PasskeyRow = z.object({
  passkeyId: z.uuid(),
  label: z.string(),
  addedOn: Day,
  lastUsedOn: Day.optional(),
})
export const PasskeyList = z.object({ rows: z.array(PasskeyRow) })

/** Setting a password and an authenticator app belong together: neither is of use without the other. */
export const StartTotpAnswer = z.object({
  /** `otpauth://totp/…` for the QR code. */
  uri: z.string(),
  /** The same secret for typing, base32. */
  secret: z.string(),
})
export const ConfirmTotpRequest = z.strictObject({
  code: z.string().trim().max(10),
  password: NewPassword.optional(),
})
export const ChangePasswordRequest = z.strictObject({ current: Secret, password: NewPassword })

export const SessionRow = z.object({
  sessionId: z.uuid(),
  browser: z.string(),
  createdAt: Moment,
  lastSeenAt: Moment,
  current: z.boolean(),
})
export const SessionList = z.object({ rows: z.array(SessionRow) })

export const TokenRow = z.object({
  tokenId: z.uuid(),
  name: z.string(),
  scopes: z.array(TokenScope),
  createdOn: Day,
  expiresOn: Day,
  lastUsedOn: Day.optional(),
  revoked: z.boolean(),
})
export const TokenList = z.object({ rows: z.array(TokenRow) })
/** Tokens that work and that one made oneself: they go on when one's sessions end. */
export const OwnTokenNames = z.object({ names: z.array(z.string()) })
export const CreateTokenRequest = z.strictObject({
  name: z.string().trim().min(1).max(60),
  scopes: z.array(TokenScope).min(1),
  /** At most a year: a forgotten token must end by itself. */
  days: z.number().int().min(1).max(365).default(90),
})
/** The token is shown this once. */
export const TokenCreated = z.object({ tokenId: z.uuid(), token: z.string(), expiresOn: Day })

export const SetLanguageRequest = z.strictObject({ language: Language })

export const PersonRow = z.object({
  personId: PersonId,
  name: z.string(),
  email: z.string(),
  roles: z.array(Role),
  organisation: z.object({ organisationId: OrganisationId, name: z.string() }).optional(),
  disabled: z.boolean(),
  /** Has never signed in with a factor of their own. */
  invited: z.boolean(),
  /** A recovery that waits for a second person of the hub. */
  recovery: z.object({ begunBy: PersonId, begunByName: z.string(), begunAt: Moment }).optional(),
  /** Was made a contact beside or after another one, and waits for a contact from before or a second person of the hub. */
  raised: z.object({ by: PersonId, byName: z.string(), at: Moment }).optional(),
})
export type PersonRow = z.infer<typeof PersonRow>
export const PersonList = z.object({ rows: z.array(PersonRow) })
export const InvitePersonRequest = z.strictObject({
  name: visibleLine(100),
  email: PlainEmail,
  roles: z.array(Role).min(1),
  /** Needed for members' roles, absent for the hub's. */
  organisationId: OrganisationId.optional(),
  language: Language.default('ja'),
})
/** A person of one's own organisation, as its contacts see them. */
export const OwnPersonRow = z.object({
  personId: PersonId,
  name: z.string(),
  email: z.string(),
  roles: z.array(Role),
  disabled: z.boolean(),
  /** Has never signed in with a factor of their own. */
  invited: z.boolean(),
  /** Shut out by the hub, which alone lets them in again. */
  shutByHub: z.boolean(),
})
export type OwnPersonRow = z.infer<typeof OwnPersonRow>
export const OwnPersonList = z.object({
  rows: z.array(OwnPersonRow),
  /** Domains of addresses that may be invited, as the hub has confirmed them. */
  mailDomains: z.array(z.string()),
})
/** Always into one's own organisation; roles are those a contact has or fewer. */
export const InviteOwnPersonRequest = z.strictObject({
  name: visibleLine(100),
  email: PlainEmail,
  roles: z.array(z.enum(MEMBER_ROLES)).min(1),
  language: Language.default('ja'),
})
export const PersonParams = z.object({ personId: PersonId })
export const DisablePersonRequest = z.strictObject({ disabled: z.boolean() })
export const ChangeRolesRequest = z.strictObject({
  roles: z.array(Role).min(1),
  /** An organisation left without a contact cannot approve anything, so that must be wanted. */
  acceptsNoContact: z.boolean().default(false),
})
/** As an invitation's; while it waits it works only together with a recovery code. */
export const RecoveryLink = z.object({
  personId: PersonId,
  url: z.string(),
  expiresAt: Moment,
  waits: z.boolean(),
})
/** A one-time link to hand over; the hub keeps only its hash. */
export const InvitationLink = z.object({ personId: PersonId, url: z.string(), expiresAt: Moment })

/** Emergency links made on the machine of the hub, until an administrator says why. */
export const BreakGlassList = z.object({
  rows: z.array(
    z.object({
      breakGlassId: z.uuid(),
      name: z.string(),
      openedAt: Moment,
      /** Whether the reader may say why: an administrator from before, or any where none is left. */
      acknowledgeable: z.boolean(),
    }),
  ),
})
export const BreakGlassParams = z.object({ breakGlassId: z.uuid() })
export const AcknowledgeBreakGlassRequest = z.strictObject({
  reason: z.string().trim().min(1).max(500),
})
/** A mail address as everywhere else, for the command that makes an emergency link. */
export const BreakGlassAddress = PlainEmail
