import { z } from 'zod'
import { Day, Moment } from './common.ts'

/**
 * What the hub knows beside mails and members: YARA rules of its own, recorded registrations of
 * domains, DNS answers, rules by which campaigns name their addresses (SPEC §3, T-fresh-domain, T-naming-rule).
 */

const Saved = { savedBy: z.string(), savedAt: Moment }

export const YaraRuleView = z.object({
  ruleId: z.uuid(),
  name: z.string(),
  text: z.string(),
  isEnabled: z.boolean(),
  /** Findings that stand on it now. */
  findingCount: z.number().int(),
  ...Saved,
})
export type YaraRuleView = z.infer<typeof YaraRuleView>

export const SaveYaraRuleRequest = z.strictObject({
  name: z.string().trim().min(1).max(100),
  /** Any number of rules; 512 KiB. */
  text: z.string().min(1).max(524_288),
  isEnabled: z.boolean(),
})

/** Not saved: what the compiler says, in its own words with line and column. */
export const YaraRuleSaved = z.discriminatedUnion('saved', [
  z.object({ saved: z.literal(true), ruleId: z.uuid() }),
  z.object({ saved: z.literal(false), error: z.string() }),
])
export type YaraRuleSaved = z.infer<typeof YaraRuleSaved>

export const RegistrationView = z.object({
  domain: z.string(),
  registeredOn: Day.optional(),
  registrar: z.string().optional(),
  registrant: z.string().optional(),
  source: z.string(),
  ...Saved,
})
export type RegistrationView = z.infer<typeof RegistrationView>

/** A WHOIS text or an RDAP answer as it was copied; 64 KiB. */
export const SaveRegistrationRequest = z.strictObject({ record: z.string().min(1).max(65_536) })
export const RegistrationSaved = z.object({ registration: RegistrationView })

const DnsAnswer = z.object({
  name: z.string(),
  type: z.enum(['TXT', 'A', 'AAAA', 'MX']),
  /** Empty when the answer was that there is none. */
  values: z.array(z.string()),
  /** Day on which the answer was given. */
  recordedOn: Day,
})
export const DnsAnswerView = DnsAnswer.extend(Saved)
export type DnsAnswerView = z.infer<typeof DnsAnswerView>

/** DNS answers as dig, host or nslookup gave them, or lines of a zone file, several at once; 64 KiB. */
export const SaveDnsAnswersRequest = z.strictObject({
  record: z.string().min(1).max(65_536),
  /** For answers that do not say their day themselves; today when left out. */
  recordedOn: Day.optional(),
})
export const DnsAnswersSaved = z.object({
  answers: z.array(DnsAnswer),
  /** Lines that were left out, and why. */
  unread: z.array(
    z.object({
      line: z.number().int(),
      reason: z.enum(['no-name', 'bad-name', 'bad-value', 'cut-off', 'no-answer', 'over-many']),
    }),
  ),
})
export type DnsAnswersSaved = z.infer<typeof DnsAnswersSaved>

const Words = z.array(z.string().trim().min(2).max(40)).min(1).max(200)
export const NamingRuleView = z.object({
  namingRuleId: z.uuid(),
  title: z.string(),
  /** Sets of words in the order in which the local part holds one of each. */
  words: z.array(z.array(z.string())),
  ...Saved,
})
export type NamingRuleView = z.infer<typeof NamingRuleView>
export const SaveNamingRuleRequest = z.strictObject({
  title: z.string().trim().min(1).max(100),
  words: z.array(Words).min(2).max(4),
})
export const NamingRuleSaved = z.object({ namingRuleId: z.uuid() })

export const KnowledgeView = z.object({
  rules: z.array(YaraRuleView),
  registrations: z.array(RegistrationView),
  dnsAnswers: z.array(DnsAnswerView),
  namingRules: z.array(NamingRuleView),
})
export type KnowledgeView = z.infer<typeof KnowledgeView>

/** A reading of earlier evidence again: how far it is, or how it ended. */
const RereadingView = z.object({
  rereadingId: z.uuid(),
  /** Submissions received in so many days before it began. */
  days: z.number().int(),
  /** Name of who asked; absent when it began because a member changed its names. */
  askedBy: z.string().optional(),
  askedAt: Moment,
  begunAt: Moment.optional(),
  /** When the last submission so far was read. */
  lastAt: Moment.optional(),
  endedAt: Moment.optional(),
  state: z.enum(['waiting', 'running', 'done']),
  /** Submissions to read, those read, and those of them that could not be read. */
  total: z.number().int(),
  read: z.number().int(),
  failed: z.number().int(),
})
export type RereadingView = z.infer<typeof RereadingView>

/** Answer of `GET /api/knowledge/rereadings`, the newest first. */
export const RereadingList = z.object({ rereadings: z.array(RereadingView) })
export type RereadingList = z.infer<typeof RereadingList>

/** Reads earlier evidence again with what is known now. */
export const AnalyseAgainRequest = z.strictObject({
  /** Submissions received in the last so many days. */
  days: z.number().int().min(1).max(3650),
})
