import { z } from 'zod'
import {
  Bilingual,
  Day,
  GroupId,
  MembershipId,
  OrganisationId,
  PersonId,
  PlannedDay,
} from './common.ts'

/** SIG is bound by NDA, a framework (情報連携体制) by accepted terms (SPEC C-1). */
export const GroupKind = z.enum(['sig', 'framework'])
/**
 * What a group's members agreed on (SPEC A-3): every text waits for its providers, or technical information, from which
 * nobody can be told, may go at once where the provider wishes so too.
 */
export const GroupLane = z.enum(['approval-required', 'technical-only'])
export type GroupLane = z.infer<typeof GroupLane>
export const GroupRow = z.object({
  groupId: GroupId,
  kind: GroupKind,
  name: Bilingual,
  /** As it holds today, whatever the day asked for. */
  lane: GroupLane,
  /** Day on which it was last changed; absent while it never was. */
  laneSetOn: Day.optional(),
  /** Members on the asked day. */
  organisationCount: z.number().int(),
  /** Organisations behind the associations of a framework; not counted as members. */
  constituentCount: z.number().int(),
})
export const StructureView = z.object({
  asOf: Day,
  groups: z.array(GroupRow),
  /** Each membership counted (延べ数). */
  membershipCount: z.number().int(),
  sigMembershipCount: z.number().int(),
  organisationCount: z.number().int(),
  /** Sentences such as 「2020年4月、電力業界SIG 32→42組織」 for the quarter that ends on or holds this day. */
  changes: z.array(
    z.object({
      on: Day,
      group: Bilingual,
      before: z.number().int(),
      after: z.number().int(),
      say: Bilingual,
    }),
  ),
})
export type StructureView = z.infer<typeof StructureView>

export const OrganisationName = z.strictObject({
  text: z.string().trim().min(1).max(200),
  kind: z.enum(['formal', 'alias', 'kana', 'romaji', 'abbreviation', 'brand', 'former']),
})
export const OrganisationPerson = z.strictObject({
  name: z.string().trim().min(1).max(100),
  aliases: z.array(z.string().max(100)).max(20),
  addresses: z.array(z.string().max(254)).max(20),
  title: z.string().max(100).optional(),
  isExecutive: z.boolean(),
})
export const WatchEntry = z.strictObject({
  name: z.string().trim().min(1).max(200),
  aliases: z.array(z.string().max(200)).max(20),
  domains: z.array(z.string().max(255)).max(50),
})

/** A company of the same group. Its names and domains are protected like the organisation's own. */
export const AffiliateEntry = z.strictObject({
  name: z.string().trim().min(1).max(200),
  aliases: z.array(z.string().max(200)).max(20),
  /** As the organisation writes it, for example `JP` or `タイ`. */
  country: z.string().trim().min(1).max(60),
  domains: z.array(z.string().max(255)).max(50),
  relation: z.enum(['parent', 'subsidiary', 'overseas-affiliate']),
})
/** A postal address on one line. Shorter than a town and a street it would occur in any text. */
const PostalAddress = z.string().trim().min(8).max(200)
/** The lists of a vault; each is saved by itself. */
export const VaultListName = z.enum([
  'names',
  'domains',
  'people',
  'watchList',
  'affiliates',
  'urlServices',
  'hosts',
  'networks',
  'numbers',
  'postalAddresses',
])
export type VaultListName = z.infer<typeof VaultListName>

/** How the leak check searches for one entry of a vault. */
export const VaultSpelling = z.object({
  list: VaultListName,
  /** The entry, by its name or as its line. */
  text: z.string(),
  /** The first of the spellings; there are `count`. */
  spellings: z.array(z.string()),
  count: z.number().int(),
  /** Too short to be searched for, or an ordinary word, which a person is asked about. */
  doubt: z.enum(['unsearched', 'asked']).optional(),
})
export type VaultSpelling = z.infer<typeof VaultSpelling>
export const VaultSpellingList = z.object({ rows: z.array(VaultSpelling) })

export const MembershipView = z.object({
  membershipId: MembershipId,
  groupId: GroupId,
  group: Bilingual,
  joinedOn: Day,
  leftOn: Day.optional(),
})
export const AgreementView = z.object({
  agreementId: z.uuid(),
  groupId: GroupId,
  kind: z.enum(['nda', 'terms']),
  version: z.string(),
  signer: z.string(),
  signedOn: Day,
  endsOn: Day.optional(),
})

export const OrganisationRow = z.object({
  organisationId: OrganisationId,
  name: z.string(),
  kind: z.enum(['company', 'association', 'public-body']),
  /** Division of the Japan Standard Industrial Classification, a letter A–T. */
  industry: z.string(),
  groups: z.array(Bilingual),
  constituentCount: z.number().int(),
})
/** A host name as machines know it, with or without a domain. */
const VaultHost = z.string().regex(/^[\w.-]{2,253}$/)
/** Wider networks are not one organisation's: hidden as its own, half the internet would be missing from warnings. */
const NETWORK_BITS_MIN = { ipv4: 20, ipv6: 32 } as const
const VaultNetwork = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]).refine((text) => {
  const bits = text.includes('/') ? Number(text.slice(text.indexOf('/') + 1)) : 128
  return bits >= NETWORK_BITS_MIN[text.includes(':') ? 'ipv6' : 'ipv4']
})
/** Six digits or letters at least: shorter ones occur in any text. */
const VaultNumber = z
  .string()
  .regex(
    /^(?=(?:[^0-9A-Za-z０-９]*[0-9A-Za-z０-９]){6})[-‐‑–−－0-9A-Za-z０-９+＋()（）./ \u3000-\u30ff\u4e00-\u9fff]{6,60}$/,
  )

export const OrganisationView = OrganisationRow.extend({
  names: z.array(OrganisationName),
  domains: z.array(z.string()),
  people: z.array(OrganisationPerson),
  affiliates: z.array(
    AffiliateEntry.extend({
      name: z.string(),
      country: z.string(),
      aliases: z.array(z.string()),
      domains: z.array(z.string()),
    }),
  ),
  watchList: z.array(WatchEntry),
  urlServices: z.array(z.string()),
  hosts: z.array(z.string()),
  networks: z.array(z.string()),
  numbers: z.array(z.string()),
  postalAddresses: z.array(z.string()),
  /** Wants to be asked before anything made of its submissions goes out, whatever its groups agreed on. */
  isAlwaysAsked: z.boolean(),
  /** Counts up with every change of the vault; see `ReviseVaultRequest`. */
  revision: z.number().int(),
  /** What the hub's people wrote in, by list and the entry's own words, until the organisation takes it out. */
  hubEntries: z.array(z.object({ list: VaultListName, text: z.string() })),
  memberships: z.array(MembershipView),
  agreements: z.array(AgreementView),
  contacts: z.array(
    z.object({
      personId: PersonId,
      name: z.string(),
      email: z.string(),
      roles: z.array(z.string()),
    }),
  ),
})
export type OrganisationView = z.infer<typeof OrganisationView>

export const RegisterOrganisationRequest = z.strictObject({
  name: z.string().trim().min(1).max(200),
  kind: OrganisationRow.shape.kind,
  industry: z.string().regex(/^[A-T]$/),
  constituentCount: z.number().int().min(0).max(1_000_000).default(0),
  names: z.array(OrganisationName).max(100),
  domains: z.array(z.string().max(255)).max(100),
})
/**
 * What the organisation itself keeps: its names, people, partners. Only it and the hub see the answer.
 * A list that is left out stays as it is.
 */
export const ReviseVaultRequest = z.strictObject({
  names: z.array(OrganisationName).max(200).optional(),
  domains: z.array(z.string().max(255)).max(200).optional(),
  people: z.array(OrganisationPerson).max(500).optional(),
  watchList: z.array(WatchEntry).max(2000).optional(),
  affiliates: z.array(AffiliateEntry).max(300).optional(),
  urlServices: z.array(z.string().max(60)).max(20).optional(),
  hosts: z.array(VaultHost).max(500).optional(),
  networks: z.array(VaultNetwork).max(500).optional(),
  numbers: z.array(VaultNumber).max(500).optional(),
  postalAddresses: z.array(PostalAddress).max(100).optional(),
  /**
   * The revision that was read. A list that somebody else changed after it is not overwritten: the answer is
   * `vault-changed` with the lists in `places`. May be left out where nothing is taken away; where something is, the
   * answer without it is `vault-unread`.
   */
  revision: z.number().int().min(0).optional(),
})
/** Something the organisation's own mails show of it, for its contact to confirm. */
export const VaultSuggestion = z.object({
  list: z.enum(['domains', 'people', 'hosts']),
  value: z.string(),
  /** Of a person: the mailbox it was written beside. */
  address: z.string().optional(),
  /** Submissions it was seen in. */
  submissionCount: z.number().int(),
  /** Its own mail server said so; otherwise unlike senders wrote it. */
  isReceived: z.boolean(),
})
export type VaultSuggestion = z.infer<typeof VaultSuggestion>
export const VaultSuggestionList = z.object({ rows: z.array(VaultSuggestion) })
export const AnswerSuggestionRequest = z.strictObject({
  list: VaultSuggestion.shape.list,
  value: z.string().min(1).max(255),
  answer: z.enum(['accept', 'refuse']),
  /** What is taken in instead, as the contact wrote it. */
  text: z.string().trim().min(1).max(100).optional(),
})
export const SetLaneRequest = z.strictObject({ lane: GroupLane })
export const CreateGroupRequest = z.strictObject({ kind: GroupKind, name: Bilingual })
export const JoinRequest = z.strictObject({
  organisationId: OrganisationId,
  joinedOn: PlannedDay,
  /** One that was signed on paper; without it the organisation signs in the product and sees nothing before. */
  agreement: z
    .strictObject({
      version: z.string().min(1).max(50),
      signer: z.string().min(1).max(100),
      signedOn: PlannedDay,
    })
    .optional(),
})
export const LeaveRequest = z.strictObject({ leftOn: PlannedDay })
export const OrganisationList = z.object({ rows: z.array(OrganisationRow) })
export const GroupCreated = z.object({ groupId: GroupId })
export const MembershipCreated = z.object({ membershipId: MembershipId })

/** Mail domains at which an organisation's contacts may invite colleagues. */
export const MailDomains = z.strictObject({ domains: z.array(z.string().max(255)).max(200) })
export type MailDomains = z.infer<typeof MailDomains>
