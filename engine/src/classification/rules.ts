import type { Classification } from '../analysis.ts'
import type { LureId } from '../lures/lure.ts'
import type { Signs } from './signs.ts'

/** A rule proposes when one of its techniques is found, one of its lures is heard, and `isMet` agrees. */
export interface Rule {
  readonly value: Classification
  /** Any of these, found with at least medium weight; none listed means that words are enough. */
  readonly techniques: readonly string[]
  /** Any of these; none listed means that the findings are enough. */
  readonly lures: readonly LureId[]
  readonly isMet?: (signs: Signs) => boolean
}

const FALSE_IDENTITY = [
  'auth',
  'cc-altered',
  'executive',
  'freemail',
  'fresh-domain',
  'from-display',
  'lookalike',
  'naming-rule',
  'recipient-in-sender',
  'reply-to',
  'return-path',
  'thread-hijack',
]
const LINK_TRICKS = [
  'genuine-host',
  'html-attachment',
  'icon-link',
  'link-mismatch',
  'pdf-link',
  'recipient-in-url',
  'url-wrapped',
]
const MALWARE = [
  'archived-exe',
  'dll-hijack',
  'embedded-payload',
  'hub-rule',
  'macro',
  'msbuild',
  'office-exploit',
  'task',
]
const MONEY: readonly LureId[] = ['payment-change', 'payment-corrected', 'payment']
const SIGN_IN: readonly LureId[] = [
  'account-expiry',
  'mailbox-quota',
  'renewal',
  'wallet',
  'tax-fine',
  'parcel',
]

/** Tried in order; the first that is met proposes. */
export const RULES: readonly Rule[] = [
  // Program files for plant suppliers, sent again and again to few, count as targeted (2019Q1 §8).
  {
    value: 'targeted',
    techniques: MALWARE,
    lures: ['quotation', 'survey'],
    isMet: (signs) => !signs.isBulk,
  },
  { value: 'malware-mail', techniques: MALWARE, lures: [] },
  { value: 'other', techniques: [], lures: ['extortion'], isMet: (signs) => !signs.isBulk },
  { value: 'bec-type-3', techniques: ['taken-account'], lures: [...MONEY, 'receivables'] },
  {
    value: 'bec-type-4',
    techniques: FALSE_IDENTITY,
    lures: ['lawyer', 'secret-deal'],
    isMet: (signs) => signs.claimsLaw,
  },
  { value: 'bec-type-5', techniques: FALSE_IDENTITY, lures: ['receivables'] },
  {
    value: 'bec-type-2',
    techniques: ['executive', 'naming-rule'],
    lures: ['executive-task', 'secret-deal', 'reply-opener', 'payroll-account', 'lawyer', ...MONEY],
  },
  // Both campaigns of the reports write in the name of executives (2020Q2 §3.5–3.6).
  { value: 'bec-type-2', techniques: ['naming-rule'], lures: [], isMet: followsReportedRule },
  {
    value: 'bec-type-1',
    techniques: FALSE_IDENTITY,
    lures: ['payment-change'],
    isMet: (signs) => !signs.isBulk,
  },
  { value: 'credential-phishing', techniques: ['credential-phish'], lures: [] },
  {
    value: 'credential-phishing',
    techniques: FALSE_IDENTITY,
    lures: [...SIGN_IN, 'shared-document', 'leave-application'],
    isMet: (signs) => !signs.isBulk && !isAboutMoney(signs),
  },
  {
    value: 'credential-phishing',
    techniques: LINK_TRICKS,
    lures: [],
    isMet: (signs) => !signs.isBulk && signs.heard('payment-change') === undefined,
  },
  {
    value: 'bec-type-2',
    techniques: [...FALSE_IDENTITY, 'pretext'],
    lures: ['executive-task', 'secret-deal', 'payroll-account'],
    isMet: (signs) => !signs.isBulk,
  },
  {
    value: 'targeted',
    techniques: FALSE_IDENTITY,
    lures: ['quotation'],
    isMet: (signs) => !signs.isBulk,
  },
  {
    value: 'bec-type-5',
    techniques: [],
    lures: ['receivables'],
    isMet: (signs) => signs.isFreeMail && !signs.isBulk,
  },
  {
    value: 'bec-type-1',
    techniques: ['cc-altered', 'freemail', 'lookalike', 'reply-to', 'thread-hijack'],
    lures: ['payment-corrected', 'payment'],
    isMet: (signs) => !signs.isBulk,
  },
  {
    value: 'credential-phishing',
    techniques: [],
    lures: SIGN_IN,
    isMet: (signs) => isFromNowhere(signs) || (isUnmarked(signs) && signs.leadsAway()),
  },
  {
    value: 'mass-mailed',
    techniques: [],
    lures: ['prize', 'wallet'],
    isMet: (signs) => signs.isStranger && !signs.isList && (signs.leadsAway() || isHidden(signs)),
  },
  {
    value: 'mass-mailed',
    techniques: [],
    lures: ['callback'],
    isMet: ({ findings }) => findings.some(({ technique }) => technique === 'pretext'),
  },
  // A wish to be answered and nothing else is how fraud begins (2020Q2 §3.5).
  {
    value: 'bec-type-2',
    techniques: [],
    lures: ['reply-opener'],
    isMet: ({ findings }) => findings.some(({ technique }) => technique === 'pretext'),
  },
]

function isAboutMoney(signs: Signs): boolean {
  return MONEY.some((id) => signs.heard(id) !== undefined)
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

/** No domain that a reader could answer to. */
function isFromNowhere({ message }: Signs): boolean {
  return message.from === undefined || !message.from.domain.includes('.')
}

function isUnmarked({ isStranger, isBulk }: Signs): boolean {
  return isStranger && !isBulk
}

/** The answer goes to another organisation than the one that wrote, or the reader is not addressed. */
function isHidden({ message }: Signs): boolean {
  const [answered] = message.addresses('reply-to')
  const isElsewhere = answered !== undefined && answered.organisation !== message.from?.organisation
  return isElsewhere || message.addresses('to').length === 0
}
