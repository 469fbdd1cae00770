import type { ProposedClassification } from '../analysis.ts'
import type { Bilingual } from '../bilingual.ts'
import type { Link, Message } from '../evidence/message.ts'
import type { LureId } from '../lures/lure.ts'
import type { RegisterIndex } from '../register/register.ts'
import { techniqueById } from '../techniques/index.ts'
import type { MailLure } from '../techniques/reading/mail-lures.ts'
import type { Finding } from '../techniques/technique.ts'
import { proposeReach } from './propose-reach.ts'
import { type Rule, RULES } from './rules.ts'
import { readSigns, type Signs } from './signs.ts'

/** What kind of attack a mail looks like, and why; a proposal that an analyst decides on. */
export function proposeClassification(
  message: Message,
  findings: readonly Finding[],
  context: { readonly register: RegisterIndex; readonly links: readonly Link[] },
): ProposedClassification {
  const signs = readSigns(message, findings, context)
  const rule = RULES.find((one) => isMet(one, signs))
  const proposed = rule ? proposeByRule(rule, signs) : proposeWithoutRule(signs)
  return proposed.value === 'harmless' ? proposed : { ...proposed, ...proposeReach(signs) }
}

function isMet({ techniques, lures, isMet: agrees }: Rule, signs: Signs): boolean {
  if (techniques.length > 0 && signs.alarms(techniques).length === 0) return false
  // Lures last: they are the only question that reads the whole text.
  if (lures.length > 0 && !lures.some((id) => signs.heard(id) !== undefined)) return false
  return agrees?.(signs) ?? true
}

function proposeByRule({ value, techniques, lures }: Rule, signs: Signs): ProposedClassification {
  const found = signs.alarms(techniques)
  const isSure = found.some((one) => one.weight === 'strong')
  const sure = isSure ? 'strong' : found.length > 0 ? 'medium' : 'weak'
  return {
    value,
    confidence: signs.isBulk ? LESS_SURE[sure] : sure,
    reasons: [
      ...uniqueTechniques(found).map(toFindingReason),
      ...lures.flatMap((id) => toLureReason(signs.heard(id))),
      ...(found.length === 0 ? [WORDS_ONLY] : []),
      ...(signs.isBulk ? [BULK_AGAINST] : []),
    ],
  }
}

const LESS_SURE = { strong: 'medium', medium: 'weak', weak: 'weak' } as const

function proposeWithoutRule(signs: Signs): ProposedClassification {
  const telling = signs.findings.filter(({ weight }) => weight !== 'weak')
  if (telling.length > 0) {
    const isScattered = signs.message.addresses('to').length === 0
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
  const suspicious = signs.isBulk ? [] : SUSPICIOUS.flatMap((id) => toLureReason(signs.heard(id)))
  if (suspicious.length > 0)
    return { value: 'unclear', confidence: 'weak', reasons: [...suspicious, NO_FINDING] }
  return {
    value: 'harmless',
    confidence: signs.findings.length === 0 && signs.isBulk ? 'medium' : 'weak',
    reasons: [NO_FINDING, ...(signs.isBulk ? [BULK_FOR] : [])],
  }
}

/** Lures that make even a mail without findings worth a look. */
const SUSPICIOUS: readonly LureId[] = [
  'payment-change',
  'secret-deal',
  'executive-task',
  'receivables',
  'payroll-account',
  'enable-content',
]

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

function toLureReason(heard: MailLure | undefined): Bilingual[] {
  if (heard === undefined) return []
  const { label } = heard.lure
  return [
    { ja: `本文や件名が「${label.ja}」に触れています。`, en: `The text speaks of ${label.en}.` },
  ]
}

const WORDS_ONLY: Bilingual = {
  ja: '言葉と送り方からの推測で、差出人の細工は見つかっていません。',
  en: 'This rests on words and on how it was sent; no forged sender was found.',
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
