import { z } from 'zod'
import {
  Bilingual,
  CaseId,
  Classification,
  FindingId,
  MailId,
  Moment,
  OrganisationId,
  PersonId,
  Reach,
  Sha256,
  SubmissionId,
  Tlp,
  Weight,
  page,
} from './common.ts'
import { Restriction } from './restriction.ts'
import {
  Channel,
  ProviderKind,
  SubmissionCounts,
  SubmissionDates,
  SubmissionKind,
  SubmissionState,
  Wishes,
} from './intake.ts'

/** Things on a mail's way that are looked at twice. */
export const HOP_ODDITIES = [
  'clock-backwards',
  'long-delay',
  'helo-differs',
  'helo-is-recipient',
  'private-address',
  'missing-hop',
  'no-time',
] as const

const ByteRange = z.object({ start: z.number().int(), end: z.number().int() })

export const PlaceView = z.object({
  path: z.string(),
  header: z.string().optional(),
  line: z.number().int().optional(),
  range: ByteRange,
  textRange: ByteRange.optional(),
  /** Position in the bytes of the file at `path`. */
  fileRange: ByteRange.optional(),
  excerpt: z.string(),
})
export type PlaceView = z.infer<typeof PlaceView>

export const LookalikeEdit = z.object({
  kind: z.enum([
    'inserted',
    'dropped',
    'changed',
    'swapped',
    'homoglyph',
    'dot-to-hyphen',
    'label-moved',
    'tld-changed',
    'word-added',
  ]),
  genuine: z.string(),
  genuineAt: z.number().int(),
  observed: z.string(),
  observedAt: z.number().int(),
})
export type LookalikeEdit = z.infer<typeof LookalikeEdit>

export const FindingDetail = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('lookalike'),
    genuine: z.string(),
    observed: z.string(),
    relation: z.enum(['recipient', 'member', 'partner', 'correspondent', 'well-known']),
    owner: z.string().optional(),
    edits: z.array(LookalikeEdit),
    synthetic: z.object({ genuine: z.string(), observed: z.string() }),
  }),
  z.object({
    kind: z.literal('url'),
    steps: z.array(
      z.object({
        role: z.enum(['seen', 'wrapper', 'target']),
        value: z.string(),
        service: z.string().optional(),
      }),
    ),
    tokens: z.array(z.object({ raw: z.string(), decoded: z.string(), encoding: z.string() })),
  }),
  z.object({
    kind: z.literal('words'),
    rules: z.array(z.object({ rule: z.string(), label: Bilingual, quotes: z.array(z.string()) })),
  }),
  z.object({
    kind: z.literal('authentication'),
    checks: z.array(
      z.object({
        method: z.string(),
        result: z.string(),
        domain: z.string().optional(),
        isAligned: z.boolean().optional(),
        by: z.string().optional(),
        isTrusted: z.boolean(),
      }),
    ),
  }),
  z.object({
    kind: z.literal('file'),
    fileName: z.string(),
    signs: z.array(z.object({ kind: z.string(), excerpt: z.string() })),
    facts: z.array(z.object({ name: z.string(), value: z.string() })),
  }),
  z.object({
    /** When a domain was registered, beside the day of the mail. */
    kind: z.literal('registration'),
    domain: z.string(),
    registeredOn: z.string().optional(),
    arrivedOn: z.string().optional(),
    registrar: z.string().optional(),
    registrant: z.string().optional(),
    sibling: z.object({ domain: z.string(), genuine: z.string() }).optional(),
  }),
  z.object({
    kind: z.literal('addresses'),
    pairs: z.array(
      z.object({ role: z.string(), shown: z.string(), genuine: z.string().optional() }),
    ),
  }),
])
export type FindingDetail = z.infer<typeof FindingDetail>

/** A technique seen in one mail, with the bytes that show it. */
export const FindingView = z.object({
  findingId: FindingId,
  /** Number on screen, 1 is the strongest. Ties marks, panels and sentences together. */
  number: z.number().int(),
  technique: z.string(),
  title: Bilingual,
  about: Bilingual,
  weight: Weight,
  attack: z.array(z.string()),
  say: Bilingual,
  innocent: z.array(Bilingual),
  where: PlaceView,
  alsoWhere: z.array(PlaceView),
  detail: FindingDetail.optional(),
  /** An analyst took it out as mistaken. */
  dismissed: z.object({ by: z.string(), at: Moment, reason: z.string() }).optional(),
})
export type FindingView = z.infer<typeof FindingView>

export const ProblemView = z.object({
  code: z.string(),
  path: z.string(),
  say: Bilingual,
  /** How often it stands in one layer; absent when once. */
  count: z.number().int().optional(),
  /** The first places, when it stands in several. */
  places: z.array(z.string()).optional(),
})
export type ProblemView = z.infer<typeof ProblemView>

/** What was read in a file without running it. */
export const FileReadingView = z.object({
  /** Text a reader of the file sees, at most 200,000 characters. */
  text: z.string(),
  links: z.array(z.object({ url: z.string(), text: z.string().optional(), kind: z.string() })),
  signs: z.array(z.object({ kind: z.string(), excerpt: z.string(), range: ByteRange.optional() })),
  facts: z.array(z.object({ name: z.string(), value: z.string() })),
})
export type FileReadingView = z.infer<typeof FileReadingView>

/** A file, mail or text inside a mail, and what was read in it. */
export const ArtefactView = z.object({
  path: z.string(),
  fileName: z.string().optional(),
  type: z.string(),
  declaredType: z.string().optional(),
  sizeBytes: z.number().int(),
  /** Absent for what could not be opened: there are no bytes to hash. */
  sha256: Sha256.optional(),
  sha1: z.string().optional(),
  md5: z.string().optional(),
  /** Its own bytes are kept and can be read and taken out; beyond the limits only the mail's are. */
  isKept: z.boolean(),
  /** Size of a PNG or JPEG that may be drawn; no other kind of picture is. */
  picture: z.object({ width: z.number().int(), height: z.number().int() }).optional(),
  /** Its HTML was redrawn without anything that acts. */
  isDrawn: z.boolean(),
  /** Fuzzy hash (TLSH T1); absent when the bytes are too few or too uniform. */
  tlsh: z.string().optional(),
  kind: z.enum(['mail', 'text', 'attachment', 'archive-member', 'embedded']),
  unreadable: z.string().optional(),
  reading: FileReadingView.optional(),
})
export const IndicatorView = z.object({
  type: z.string(),
  value: z.string(),
  context: z.string(),
  path: z.string(),
})

/** A mail in a list. */
export const MailSummary = z.object({
  mailId: MailId,
  sha256: Sha256,
  subject: z.string(),
  from: z.string(),
  sentAt: Moment.optional(),
  sizeBytes: z.number().int(),
  findingCount: z.number().int(),
  strongest: Weight.optional(),
  classification: Classification.optional(),
  problemCount: z.number().int(),
  /** How many providers sent this very mail (same bytes). */
  providerCount: z.number().int(),
})
export type MailSummary = z.infer<typeof MailSummary>

/** What a mail, or a case, is proposed to be; a person decides. */
export const Proposal = z.object({
  value: Classification,
  confidence: Weight,
  reasons: z.array(Bilingual),
  /** Whether it was meant for few or scattered to many, as far as the mails tell; absent while none says. */
  reach: Reach.optional(),
  reachReasons: z.array(Bilingual).optional(),
})

/** One mail opened: what the evidence viewer shows. */
export const MailView = MailSummary.extend({
  submissionId: SubmissionId,
  headers: z.array(
    z.object({
      name: z.string(),
      value: z.string(),
      line: z.number().int(),
      range: ByteRange,
      valueRange: ByteRange,
      /** The field as it stands in the bytes, at most 8,000 characters, latin-1 so that one character is one byte. */
      raw: z.string(),
    }),
  ),
  parts: z.array(
    z.object({
      path: z.string(),
      type: z.string(),
      fileName: z.string().optional(),
      sizeBytes: z.number().int(),
      depth: z.number().int(),
      /** Decoded text, at most 200,000 characters; absent for what is not text. */
      text: z.string().optional(),
      textCut: z.boolean(),
      isHtml: z.boolean(),
      /** The HTML a mail program would show. */
      isShown: z.boolean().optional(),
      /** Where it stands in the mail, its own header included; absent in a nested mail that is packed or encoded. */
      range: ByteRange.optional(),
      /** Header of a nested mail, at most 200 fields. */
      headers: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
      /** For a picture inside the mail's HTML: where a click on it leads. */
      leadsTo: z.string().optional(),
    }),
  ),
  received: z.array(
    z.object({
      fromName: z.string().optional(),
      fromIp: z.string().optional(),
      byName: z.string().optional(),
      at: Moment.optional(),
      line: z.number().int(),
      /** Name by which the sending machine introduced itself: its own words. */
      claimedName: z.string().optional(),
      /** Name that the recording server looked up for the address. */
      recordedName: z.string().optional(),
      withProtocol: z.string().optional(),
      /** TLS version, when the field tells one. */
      encryption: z.string().optional(),
      /** Written by the receiving organisation's own servers; what stands below can be invented. */
      isTrusted: z.boolean().optional(),
      /** The mail came in from outside here: the last address that can be relied on. */
      isGate: z.boolean().optional(),
      /** Seconds since the server before; negative when its clock is behind. */
      delaySeconds: z.number().int().optional(),
      oddities: z.array(z.enum(HOP_ODDITIES)).optional(),
    }),
  ),
  /** Results of SPF, DKIM, DMARC and ARC, recorded by servers or computed by the hub; trusted ones first. */
  authentication: z
    .array(
      z.object({
        method: z.string(),
        result: z.string(),
        reason: z.string().optional(),
        domain: z.string().optional(),
        /** Whether that is the organisation of From. */
        isAligned: z.boolean().optional(),
        /** Server that recorded it; absent when the hub computed it. */
        by: z.string().optional(),
        /** Recorded by the receiving side, or computed by the hub. */
        isTrusted: z.boolean(),
        /** Stands in the receiving server's name where that server cannot have written it. */
        isForged: z.boolean().optional(),
        line: z.number().int(),
      }),
    )
    .optional(),
  /** What it may be in a forward, where nobody can say for certain whether that is one or the attack itself. */
  roles: z
    .array(
      z.object({
        place: z.enum(['outer', 'inner']),
        /** The outer mail: its sender and subject, as it says, and the beginning of its SHA-256. */
        by: z.string(),
        likely: z.enum(['passes-on', 'attack']),
        /** The outer mail's sender is among the recipients of a mail inside. */
        isReceiver: z.literal(true).optional(),
        /** The outer mail has links or files that no mail inside has. */
        hasMore: z.literal(true).optional(),
      }),
    )
    .optional(),
  artefacts: z.array(ArtefactView),
  indicators: z.array(IndicatorView),
  findings: z.array(FindingView),
  problems: z.array(ProblemView),
  proposal: Proposal,
})
export type MailView = z.infer<typeof MailView>

/** A row of the staff's list of submissions. */
export const SubmissionRow = z.object({
  submissionId: SubmissionId,
  receipt: z.string(),
  title: z.string(),
  kind: SubmissionKind,
  channel: Channel,
  state: SubmissionState,
  providerKind: ProviderKind,
  organisation: z
    .object({ organisationId: OrganisationId, name: z.string(), groups: z.array(z.string()) })
    .optional(),
  receivedAt: Moment,
  assignee: z.object({ personId: PersonId, name: z.string() }).optional(),
  caseId: CaseId.optional(),
  caseNumber: z.string().optional(),
  mailCount: z.number().int(),
  findingCount: z.number().int(),
  classification: Classification.optional(),
  analysis: z.enum(['waiting', 'running', 'done', 'failed']),
})
export type SubmissionRow = z.infer<typeof SubmissionRow>
export const SubmissionPage = page(SubmissionRow)

export const HistoryEntry = z.object({ at: Moment, by: z.string(), say: Bilingual })
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** Another case or submission this one looks tied to, with reasons for and against. */
export const TieProposal = z.object({
  submissionId: SubmissionId.optional(),
  caseId: CaseId.optional(),
  number: z.string(),
  title: z.string(),
  reasons: z.array(z.object({ weight: Weight, say: Bilingual })),
})

export const SubmissionView = SubmissionRow.extend({
  note: z.string().optional(),
  wishes: Wishes,
  counts: SubmissionCounts,
  dates: SubmissionDates,
  tlpCeiling: Tlp,
  mails: z.array(MailSummary),
  /** Access logs among its files. */
  logCount: z.number().int(),
  /** Files as they came, before opening. */
  files: z.array(
    z.object({
      sha256: Sha256,
      fileName: z.string().optional(),
      sizeBytes: z.number().int(),
      problems: z.array(ProblemView),
      repeatedFrom: Moment.optional(),
    }),
  ),
  ties: z.array(TieProposal),
  history: z.array(HistoryEntry),
  setAsideReason: z.string().optional(),
  /** Absent where everybody of the hub may read it. */
  restriction: Restriction.optional(),
})
export type SubmissionView = z.infer<typeof SubmissionView>

export const SetAsideRequest = z.strictObject({ reason: z.string().trim().min(1).max(1000) })
export const AnswerConsultationRequest = z.strictObject({
  category: z.string().trim().min(1).max(100),
  answer: z.string().trim().min(1).max(10_000),
})
export const AssignRequest = z.strictObject({ personId: PersonId.nullable() })
export const DismissFindingRequest = z.strictObject({
  reason: z.string().trim().min(1).max(500),
  dismissed: z.boolean(),
})

/** Query of `GET /api/mails/{mailId}/bytes`: a half-open range of at most 1 MiB. */
export const ByteRangeQuery = z.object({
  start: z.coerce.number().int().min(0),
  end: z.coerce.number().int().min(0),
})

/** Bytes as a text about them: a hostile file never crosses the wire in its own form. */
export const BytesView = z.object({ start: z.number(), base64: z.base64() })
export type BytesView = z.infer<typeof BytesView>

/** Which file inside a mail, by its path; see `MailView.artefacts`. */
export const ArtefactQuery = z.object({ path: z.string().min(1).max(500) })
/** Query of `GET /api/mails/{mailId}/artefacts/bytes`: offsets in the file's own bytes. */
export const ArtefactBytesQuery = ByteRangeQuery.extend(ArtefactQuery.shape)
