import type { Classification, ProposedClassification } from '../analysis.ts'
import type { Bilingual } from '../bilingual.ts'
import type { Message } from '../evidence/message.ts'
import { isBulkMail } from '../techniques/reading/mail-kind.ts'
import { techniqueById } from '../techniques/index.ts'
import type { Finding, Weight } from '../techniques/technique.ts'
import { type Lure, type LureId, type LureReader, readLures } from './lures.ts'

/** What a rule sees of a mail. */
interface Signs {
  readonly findings: readonly Finding[]
  readonly findLure: LureReader
  readonly isBulk: boolean
  /** The sender claims to be a lawyer or auditor. */
  readonly claimsLaw: boolean
}

interface Rule {
  readonly value: Classification
  /** Any of these techniques, found with at least medium weight. */
  readonly techniques: readonly string[]
  /** Any of these lures; none listed means that the findings are enough. */
  readonly lures: readonly LureId[]
  readonly isMet?: (signs: Signs) => boolean
}

const FALSE_IDENTITY = [
  'lookalike',
  'reply-to',
  'cc-altered',
  'from-display',
  'freemail',
  'return-path',
  'executive',
  'naming-rule',
]
const LINK_TRICKS = [
  'link-mismatch',
  'url-wrapped',
  'recipient-in-url',
  'lookalike',
  'html-attachment',
  'from-display',
  'recipient-in-sender',
]

/** Tried in order; the first that is met proposes. */
const RULES: readonly Rule[] = [
  { value: 'malware-mail', techniques: ['archived-exe'], lures: [] },
  {
    value: 'bec-type-4',
    techniques: FALSE_IDENTITY,
    lures: ['lawyer'],
    isMet: (signs) => signs.claimsLaw,
  },
  {
    value: 'bec-type-2',
    techniques: ['executive'],
    lures: ['executive-request', 'secret-deal', 'payment', 'payment-change', 'urgency'],
  },
  { value: 'bec-type-1', techniques: FALSE_IDENTITY, lures: ['payment-change'] },
  { value: 'credential-phishing', techniques: LINK_TRICKS, lures: ['credential'] },
  {
    value: 'credential-phishing',
    techniques: ['recipient-in-url', 'url-wrapped', 'html-attachment', 'link-mismatch'],
    lures: [],
    isMet: (signs) => signs.findLure('payment-change') === undefined,
  },
  { value: 'bec-type-2', techniques: FALSE_IDENTITY, lures: ['executive-request', 'secret-deal'] },
  // Both campaigns of the reports write in the name of executives (2020Q2 §3.5–3.6).
  { value: 'bec-type-2', techniques: ['naming-rule'], lures: [], isMet: followsReportedRule },
  { value: 'bec-type-5', techniques: FALSE_IDENTITY, lures: ['receivables'] },
  {
    value: 'bec-type-1',
    techniques: ['lookalike', 'reply-to', 'cc-altered', 'freemail'],
    lures: ['payment'],
  },
]

const LAWYER =
  /弁護士|法律|会計士|監査|\b(?:attorney|law(?:yer)?s?|legal|solicitors?|counsel|barrister|audit(?:or)?s?|KPMG|PwC|Deloitte)\b/i

const RANK: Readonly<Record<Weight, number>> = { weak: 0, medium: 1, strong: 2 }

/** What kind of attack a mail looks like, and why; a proposal that an analyst decides on. */
export function proposeClassification(
  message: Message,
  findings: readonly Finding[],
): ProposedClassification {
  const signs: Signs = {
    findings,
    findLure: readLures(message.subject, message.shownText),
    isBulk: isBulkMail(message),
    claimsLaw: LAWYER.test(`${message.from?.displayName ?? ''} ${message.from?.localPart ?? ''}`),
  }
  const rule = RULES.find((one) => isMet(one, signs))
  return rule ? proposeByRule(rule, signs) : proposeWithoutRule(signs, message)
}

function isMet(rule: Rule, signs: Signs): boolean {
  if (rule.techniques.length > 0 && listFound(rule, signs).length === 0) return false
  // Lures last: they are the only question that reads the whole text.
  if (rule.isMet?.(signs) === false) return false
  return rule.lures.length === 0 || rule.lures.some((id) => signs.findLure(id) !== undefined)
}

function followsReportedRule({ findings }: Signs): boolean {
  const rules = ['technical-celestial', 'board-intern']
  return findings.some(
    ({ technique, detail }) =>
      technique === 'naming-rule' &&
      detail?.kind === 'words' &&
      detail.rules.some(({ rule }) => rules.includes(rule)),
  )
}

function listFound(rule: Rule, { findings }: Signs): Finding[] {
  return findings.filter((one) => rule.techniques.includes(one.technique) && RANK[one.weight] > 0)
}

function proposeByRule(rule: Rule, signs: Signs): ProposedClassification {
  const found = listFound(rule, signs)
  const isSure = found.some((one) => one.weight === 'strong')
  return {
    value: rule.value,
    confidence: isSure ? (signs.isBulk ? 'medium' : 'strong') : signs.isBulk ? 'weak' : 'medium',
    reasons: [
      ...uniqueTechniques(found).map(toFindingReason),
      ...rule.lures.flatMap((id) => toLureReason(signs.findLure(id))),
      ...(signs.isBulk ? [BULK_AGAINST] : []),
    ],
  }
}

function proposeWithoutRule(signs: Signs, message: Message): ProposedClassification {
  const telling = signs.findings.filter((one) => RANK[one.weight] > 0)
  if (telling.length > 0) {
    const isScattered = message.addresses('to').length === 0
    return {
      value: isScattered ? 'mass-mailed' : 'unclear',
      confidence: 'weak',
      reasons: [
        ...uniqueTechniques(telling).map(toFindingReason),
        isScattered ? NO_RECIPIENT : NO_LURE,
        ...(signs.isBulk ? [BULK_AGAINST] : []),
      ],
    }
  }
  const suspicious = signs.isBulk
    ? []
    : SUSPICIOUS.flatMap((id) => toLureReason(signs.findLure(id)))
  if (suspicious.length > 0)
    return { value: 'unclear', confidence: 'weak', reasons: [...suspicious, NO_FINDING] }
  return {
    value: 'harmless',
    confidence: signs.findings.length === 0 && signs.isBulk ? 'medium' : 'weak',
    reasons: [NO_FINDING, ...(signs.isBulk ? [BULK_FOR] : [])],
  }
}

/** Lures that make even a mail without findings worth a look. */
const SUSPICIOUS: readonly LureId[] = ['payment-change', 'secret-deal', 'executive-request']

function uniqueTechniques(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((one) => [one.technique, one])).values()]
}

function toFindingReason(finding: Finding): Bilingual {
  const title = techniqueById(finding.technique)?.title
  return {
    ja: `手口「${title?.ja ?? finding.technique}」が見つかりました。`,
    en: `The technique “${title?.en ?? finding.technique}” was found.`,
  }
}

function toLureReason(lure: Lure | undefined): Bilingual[] {
  if (lure === undefined) return []
  return [
    {
      ja: `本文や件名が「${lure.label.ja}」に触れています。`,
      en: `The text speaks of ${lure.label.en}.`,
    },
  ]
}

const BULK_AGAINST: Bilingual = {
  ja: '反対の材料：一斉配信の形式が整っています。',
  en: 'Against it: the mail carries the marks of a regular bulk sender.',
}
const BULK_FOR: Bilingual = {
  ja: '一斉配信の形式が整っています。',
  en: 'The mail carries the marks of a regular bulk sender.',
}
const NO_FINDING: Bilingual = {
  ja: '中以上の確からしさの手口は見つかりませんでした。',
  en: 'No technique of medium or strong weight was found.',
}
const NO_LURE: Bilingual = {
  ja: '本文からは、何を狙ったものか判断できません。',
  en: 'The text does not tell what the mail is after.',
}
const NO_RECIPIENT: Bilingual = {
  ja: '宛先欄に受信者がなく、広くばらまかれたとみられます。',
  en: 'No recipient is named in To, as in mail scattered widely.',
}
