import { z } from 'zod'
import {
  ApprovalId,
  Bilingual,
  BulletinId,
  CaseId,
  Day,
  GroupId,
  Moment,
  OrganisationId,
  Sha256,
  Tlp,
  WithdrawalId,
  page,
} from './common.ts'
import { HistoryEntry, LookalikeEdit } from './analysis.ts'
import { GroupLane } from './community.ts'

/** A word of the hub's own, such as `archive-member`: no text stands where nobody looks for names. */
const Code = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u)

/** As it may be stored: an earlier build took words there, and what they stand in must still be read and withdrawn. */
const StoredCode = z.string().max(200)

/** The shareable item: built from an allow-list, the same in every format (SPEC S-1, A-1). */
export const BulletinContent = z.strictObject({
  title: Bilingual,
  summary: z.strictObject({
    ja: z.array(z.string().max(4000)).max(40),
    en: z.array(z.string().max(4000)).max(40),
  }),
  classification: StoredCode,
  arrivedPeriod: Bilingual,
  techniques: z
    .array(
      z.strictObject({
        id: StoredCode,
        title: Bilingual,
        say: Bilingual,
        attack: z.array(StoredCode).max(20),
      }),
    )
    .max(60),
  lookalikes: z
    .array(
      z.strictObject({
        genuine: z.string().max(255),
        observed: z.string().max(255),
        edits: z.array(LookalikeEdit).max(50),
      }),
    )
    .max(20),
  indicators: z
    .array(
      z.strictObject({
        type: z.enum([
          'email-address',
          'domain',
          'url',
          'ipv4',
          'ipv6',
          'sha256',
          'file-name',
          'subject',
        ]),
        value: z.string().max(2000),
        context: StoredCode,
        isPattern: z.boolean().exactOptional(),
        technique: StoredCode.exactOptional(),
        /** Days in Japan from and until which it was seen. */
        firstOn: Day.exactOptional(),
        lastOn: Day.exactOptional(),
      }),
    )
    .max(500),
  advice: z.array(Bilingual).max(40),
  omitted: z.array(StoredCode).max(40),
  tlp: Tlp,
})
export type BulletinContent = z.infer<typeof BulletinContent>

const AttackId = z.string().regex(/^T\d{4}(?:\.\d{3})?$/u)
const Technique = BulletinContent.shape.techniques.element
const Indicator = BulletinContent.shape.indicators.element

/** As it is written today, by an editor or by a draft: codes where codes belong. */
export const WrittenBulletinContent = BulletinContent.extend({
  classification: Code,
  techniques: z.array(Technique.extend({ id: Code, attack: z.array(AttackId).max(20) })).max(60),
  indicators: z
    .array(Indicator.extend({ context: Code, technique: Code.exactOptional() }))
    .max(500),
  omitted: z.array(Code).max(40),
})

export const BulletinState = z.enum([
  'draft',
  'checked',
  'waiting',
  'approved',
  'releasing',
  'released',
  'corrected',
  'withdrawn',
])
export type BulletinState = z.infer<typeof BulletinState>

export const OutgoingFormat = z.enum(['web', 'mail', 'text', 'stix', 'csv'])
export type OutgoingFormat = z.infer<typeof OutgoingFormat>

/** A piece of original or shared text with what was done to it; the workbench shows both sides from these. */
export const RedactionSegment = z.object({
  text: z.string(),
  kind: z.enum(['kept', 'alias', 'generalised', 'removed', 'attacker']),
  /** For an alias: the letter group it belongs to, such as `A`. */
  alias: z.string().optional(),
  reason: z.string().optional(),
})
export const AliasRow = z.object({
  alias: Bilingual,
  letter: z.string(),
  role: z.enum(['provider', 'affiliate', 'partner', 'other-provider', 'person', 'third-party']),
  /** What it stands for; never sent to a member's browser. */
  standsFor: z.array(z.string()),
})
const CAREFUL_CHOICES: readonly string[] = ['omit', 'alias', 'pattern']
/**
 * Whether an answer lets nothing of the evidence out as it is, so that it may hold for many values that nobody has looked
 * at. Of a forward each answer leaves one mail out and publishes the other.
 */
export const isCarefulAnswer = (questionId: string, choice: string): boolean =>
  CAREFUL_CHOICES.includes(choice) && !questionId.startsWith('forward:')
/** Something a person must decide before the text can be checked. */
export const RedactionQuestion = z.object({
  questionId: z.string(),
  number: z.number().int(),
  say: Bilingual,
  why: Bilingual,
  /** The value in question, as in the evidence (hub only). */
  value: z.string(),
  /** The values one by one, where the answer is given for several at once. */
  values: z.array(z.string()).exactOptional(),
  choices: z.array(
    z.object({ choice: z.enum(['pattern', 'ask', 'omit', 'keep', 'alias']), say: Bilingual }),
  ),
  proposed: z.enum(['pattern', 'ask', 'omit', 'keep', 'alias']),
  decided: z.enum(['pattern', 'ask', 'omit', 'keep', 'alias']).exactOptional(),
})
export const Leak = z.object({
  format: OutgoingFormat,
  place: z.string(),
  /** The place in words, for a form that was read by its structure; `place` is a byte otherwise. */
  where: Bilingual.optional(),
  excerpt: z.string(),
  trace: z.string(),
  how: z.string(),
  organisation: z.string().optional(),
})
/**
 * An ordinary word in the text by which a provider is called as well. It refuses nothing, but the text goes on only
 * once somebody has looked at each of its places.
 */
export const WeakTrace = z.object({
  /** Made from the word and what stands around it: another place asks anew. */
  weakTraceId: z.string().max(64),
  trace: z.string(),
  organisation: z.string().optional(),
  /** The words around the first places. */
  excerpts: z.array(z.string()),
  placeCount: z.number().int(),
  confirmed: z.object({ at: Moment, by: z.string() }).optional(),
})
export type WeakTrace = z.infer<typeof WeakTrace>
export const LeakCheck = z.object({
  checkedAt: Moment,
  contentHash: Sha256,
  clean: z.boolean(),
  /** Which version of the check read it. */
  checker: z.string(),
  traceCount: z.number().int(),
  spellingCount: z.number().int(),
  encodedForms: z.number().int(),
  weakTraces: z.array(WeakTrace),
  /** Too short or too common to be searched; the first of them, and how many there are. */
  skipped: z.array(z.string()),
  skippedCount: z.number().int(),
  formats: z.array(z.object({ format: OutgoingFormat, sizeBytes: z.number().int() })),
  leaks: z.array(Leak),
})
export type LeakCheck = z.infer<typeof LeakCheck>

export const AudienceGroup = z.object({
  groupId: GroupId,
  name: Bilingual,
  organisationCount: z.number().int(),
  personCount: z.number().int(),
  providersInside: z.number().int(),
})
export const Audience = z.object({
  groups: z.array(AudienceGroup),
  /** Organisations counted once, the providers among them. */
  organisationCount: z.number().int(),
  personCount: z.number().int(),
  organisations: z.array(z.string()),
})

/** A part of a text that can be remarked on, as the one rendering of a bulletin shows it. */
export const BulletinPlace = z
  .string()
  .regex(/^(?:tlp|title|audience|lookalikes|indicators|techniques|(?:summary|advice)-\d{1,2})$/u)
/** What a provider wants changed at one place. */
export const FieldRemark = z.strictObject({
  place: BulletinPlace,
  text: z.string().trim().min(1).max(1000),
})
export type FieldRemark = z.infer<typeof FieldRemark>

/** A value in what the attacker made or sent that could tell whom it was made for, and by what. */
export const IdentifyingValue = z.object({
  value: z.string(),
  kind: z.enum(['domain', 'address', 'url', 'hash', 'name-part']),
})
export type IdentifyingValue = z.infer<typeof IdentifyingValue>

/** What a provider is asked: whether a text may go out, or first whether values may stand in one. */
export const ApprovalAbout = z.enum(['text', 'values'])

export const ApprovalRow = z.object({
  approvalId: ApprovalId,
  about: ApprovalAbout,
  organisationId: OrganisationId,
  organisation: z.string(),
  alias: Bilingual,
  /**
   * `not-asked`: it went out as technical information, without its provider's approval. `answered`: about values, each
   * with a yes or a no.
   */
  state: z.enum([
    'waiting',
    'approved',
    'changes-asked',
    'refused',
    'withdrawn',
    'outdated',
    'not-asked',
    'answered',
  ]),
  askedAt: Moment,
  dueAt: Moment,
  answeredAt: Moment.optional(),
  answeredBy: z.string().optional(),
  note: z.string().optional(),
  remarks: z.array(FieldRemark),
  contentHash: Sha256,
})

/** A provider's request that a shared bulletin be taken back, and what became of it. */
export const WithdrawalRequest = z.object({
  withdrawalId: WithdrawalId,
  reason: z.string(),
  askedAt: Moment,
  dueAt: Moment,
  outcome: z.enum(['withdrawn', 'declined']).optional(),
  answer: z.string().optional(),
  answeredAt: Moment.optional(),
})
export type WithdrawalRequest = z.infer<typeof WithdrawalRequest>

export const BulletinRow = z.object({
  bulletinId: BulletinId,
  /** Number for people, such as `B-2026-9XW2TH`. */
  number: z.string(),
  version: z.number().int(),
  state: BulletinState,
  title: Bilingual,
  tlp: Tlp,
  caseId: CaseId.optional(),
  caseNumber: z.string().optional(),
  isHubSourced: z.boolean(),
  groups: z.array(Bilingual),
  updatedAt: Moment,
  releasedAt: Moment.optional(),
  feedback: z
    .object({
      'got-it': z.number(),
      blocked: z.number(),
      'not-found': z.number(),
      'false-alarm': z.number(),
      unanswered: z.number(),
      read: z.number(),
    })
    .optional(),
})
export const BulletinPage = page(BulletinRow)

/** Of a value that goes out only with permission: whose evidence holds it, and what each of them said. */
export const PermissionRow = IdentifyingValue.extend({
  holders: z.array(
    z.object({
      organisationId: OrganisationId,
      organisation: z.string(),
      answer: z.enum(['given', 'refused', 'waiting', 'silent', 'not-asked']),
    }),
  ),
  /** Why nobody can be asked about it. */
  problem: z.enum(['unheld', 'names-another']).optional(),
})
export type PermissionRow = z.infer<typeof PermissionRow>

/** One condition of the technical lane, said as it is met or not. */
export const LaneCondition = z.object({ isMet: z.boolean(), say: Bilingual })
export type LaneCondition = z.infer<typeof LaneCondition>

export const BulletinView = BulletinRow.extend({
  content: BulletinContent,
  contentHash: Sha256,
  audience: Audience,
  approvalLane: GroupLane,
  /**
   * Whether it may leave without its providers' approval, one sentence for each condition. Absent where nobody is to
   * be asked, and once it has been decided.
   */
  laneConditions: z.array(LaneCondition).optional(),
  aliases: z.array(AliasRow),
  originals: z.array(z.object({ label: z.string(), segments: z.array(RedactionSegment) })),
  /**
   * Why the hub could not draft the case for this look, and what to do. What is told from a draft is empty then: aliases,
   * originals, permissions and conditions.
   */
  draftProblem: Bilingual.exactOptional(),
  /** It is one that passes by itself: the texts of other cases are made first. */
  isDraftDelayed: z.boolean().exactOptional(),
  /** Mails of the case beyond what is drafted of each provider, with the receipts of the first of them. */
  undrafted: z
    .object({ count: z.number().int().min(1), receipts: z.array(z.string()) })
    .exactOptional(),
  questions: z.array(RedactionQuestion),
  /** Members whose information it is made from; an unknown name may be one's. */
  providers: z.array(z.object({ organisationId: OrganisationId, name: z.string() })),
  check: LeakCheck.optional(),
  /**
   * The providers answered, and the text is yet to be written as they did (`waiting`), or could not be within its time
   * (`failed`): the check writes it then. Absent when it reads as was answered.
   */
  settling: z.enum(['waiting', 'failed']).optional(),
  approvals: z.array(ApprovalRow),
  /** Values that go out only with permission, as far as they would stand in the text. */
  permissions: z.array(PermissionRow),
  versions: z.array(
    z.object({
      bulletinId: BulletinId,
      version: z.number().int(),
      state: BulletinState,
      at: Moment,
      contentHash: Sha256,
    }),
  ),
  history: z.array(HistoryEntry),
  /** The newest order to release this version: running, or how it ended and why. */
  releaseOrder: z
    .object({
      orderedAt: Moment,
      orderedBy: z.string(),
      dueAt: Moment,
      outcome: z.enum(['released', 'cancelled', 'stopped']).optional(),
      endedAt: Moment.optional(),
      endedBy: z.string().optional(),
      why: Bilingual.optional(),
    })
    .optional(),
  /** Minutes between the order and the release, set for the whole hub. */
  releaseDelayMinutes: z.number().int(),
  /** Requests of its providers to take it back, the newest first. */
  withdrawals: z.array(
    WithdrawalRequest.extend({
      organisation: z.string(),
      /** About what went out without its provider's approval: it cannot be declined. */
      isUnasked: z.boolean(),
    }),
  ),
  /** Sentence per reason why the next step is not possible yet. */
  blockers: z.array(Bilingual),
})
export type BulletinView = z.infer<typeof BulletinView>

export const DraftBulletinRequest = z.strictObject({ caseId: CaseId })
export const EditBulletinRequest = z.strictObject({
  content: WrittenBulletinContent,
  groupIds: z.array(GroupId).max(50),
  /** Hash of the text the editor started from; a different one now means somebody else edited (409). */
  baseHash: Sha256,
})
export const DecideQuestionRequest = z.strictObject({
  questionId: z.string().max(200),
  choice: z.enum(['pattern', 'ask', 'omit', 'keep', 'alias']),
  /** Answer every open question of its kind alike; of values in the evidence only where that lets nothing out. */
  alsoSameKind: z.boolean().exactOptional(),
  /** Of a name nobody has registered: the provider whose vault it is written into, before it is replaced. */
  addTo: OrganisationId.exactOptional(),
})
export const ConfirmWeakTraceRequest = z.strictObject({ weakTraceId: z.string().max(64) })
export const TakeLaneRequest = z.strictObject({
  /** Hash of the text that was read; must be the current one. */
  contentHash: Sha256,
})
export const AskApprovalRequest = z.strictObject({
  dueAt: Moment,
  message: z.string().max(2000).optional(),
  /** Ask the providers for more than they wished for; each is told what, in `asks`. */
  beyondWishes: z.boolean().optional(),
})
export const ReleaseRequest = z.strictObject({
  contentHash: Sha256,
  organisationCount: z.number().int(),
  /** Not before this moment. Without it: as soon as the hub's waiting time is over. */
  releaseAt: Moment.exactOptional(),
})
/** Who opened a release; for the hub alone. */
export const Readers = z.object({
  readers: z.array(
    z.object({
      organisation: z.string(),
      organisationId: OrganisationId,
      name: z.string(),
      readAt: Moment,
    }),
  ),
  answers: z.array(
    z.object({
      organisation: z.string(),
      organisationId: OrganisationId,
      answer: z.enum(['got-it', 'blocked', 'not-found', 'false-alarm']),
      count: z.number().int().optional(),
      firstSeenOn: Day.optional(),
      lastSeenOn: Day.optional(),
      note: z.string().optional(),
      answeredAt: Moment,
    }),
  ),
})
/** Answer of every change of a bulletin. */
export const BulletinChanged = z.object({
  bulletinId: BulletinId,
  state: BulletinState,
  contentHash: Sha256,
})
export type BulletinChanged = z.infer<typeof BulletinChanged>
export const WithdrawRequest = z.strictObject({
  reason: Bilingual,
  /** A person has looked at what may be somebody's name in the reason, and lets it go out. */
  namesConfirmed: z.boolean().optional(),
})
/** Outgoing bytes of one format, exactly as they would leave. */
export const OutgoingPreview = z.object({
  format: OutgoingFormat,
  mediaType: z.string(),
  text: z.string(),
})
export type OutgoingPreview = z.infer<typeof OutgoingPreview>

/** What a provider is shown before deciding (SPEC A-3). Built from the same content that goes out. */
export const ApprovalView = z.object({
  approvalId: ApprovalId,
  about: ApprovalAbout,
  state: ApprovalRow.shape.state,
  bulletinNumber: z.string(),
  askedAt: Moment,
  dueAt: Moment,
  message: z.string().optional(),
  /** What the provider itself sent, with its own names marked; other providers' parts are not in it. */
  sent: z.array(
    z.object({
      receipt: z.string(),
      receivedOn: z.string(),
      subject: z.string(),
      from: z.string(),
      to: z.string(),
      /** Files that came with it, as far as they have a name; also those in an archive. */
      files: z.array(z.object({ fileName: z.string(), sha256: z.string() })).exactOptional(),
      /** Empty where nothing of it goes into the text, as of a mail that only passes the attack on. */
      segments: z.array(RedactionSegment),
    }),
  ),
  /** Replacements of the provider's own names only. */
  replaced: z.array(
    z.object({ alias: Bilingual, letter: z.string(), standsFor: z.array(z.string()) }),
  ),
  /** Of a question about values its title and label alone: the text is shown when it is asked about. */
  content: BulletinContent,
  contentHash: Sha256,
  audience: z.object({
    groups: z.array(z.object({ name: Bilingual, organisationCount: z.number().int() })),
    organisationCount: z.number().int(),
  }),
  traceCount: z.number().int(),
  /** Words that could not be searched, and ordinary ones that a person looked at. */
  skippedCount: z.number().int(),
  weakCount: z.number().int(),
  /** Values from its own evidence that go out only with its permission. */
  identifying: z.array(IdentifyingValue),
  /** Those of them it permitted. */
  permitted: z.array(z.string()),
  /** What this approval would allow beyond the provider's own wishes. */
  asks: z.array(Bilingual),
  answeredAt: Moment.optional(),
  answeredBy: z.string().optional(),
  note: z.string().optional(),
  remarks: z.array(FieldRemark),
  /** The text this provider was asked about before this one. */
  before: BulletinContent.optional(),
  /** Forms whose bytes can be looked at. */
  formats: z.array(OutgoingFormat),
  /** Absent until what was approved has been shared. */
  sharing: z.enum(['shared', 'withdrawn']).optional(),
  /** The newest request to take it back. */
  withdrawal: WithdrawalRequest.optional(),
})
export type ApprovalView = z.infer<typeof ApprovalView>
export const ApprovalListRow = ApprovalView.pick({
  approvalId: true,
  about: true,
  state: true,
  bulletinNumber: true,
  askedAt: true,
  dueAt: true,
}).extend({ title: Bilingual })
export const AnswerApprovalRequest = z.strictObject({
  /** `permit` answers a question about values; the others one about a text, and `withdraw` takes either back. */
  answer: z.enum(['approve', 'ask-changes', 'refuse', 'withdraw', 'permit']),
  /** Hash of the text that was read; must be the current one. */
  contentHash: Sha256,
  note: z.string().max(4000).optional(),
  /** Values that may go out, each ticked by itself. An approval needs every one that stands in its text. */
  permitted: z.array(z.string().max(2000)).max(500).exactOptional(),
  /** With `ask-changes`: what should read otherwise, place by place. */
  remarks: z.array(FieldRemark).max(40).exactOptional(),
})
export const AskWithdrawalRequest = z.strictObject({ reason: z.string().trim().min(1).max(4000) })
export const DeclineWithdrawalRequest = z.strictObject({
  answer: z.string().trim().min(1).max(4000),
})
