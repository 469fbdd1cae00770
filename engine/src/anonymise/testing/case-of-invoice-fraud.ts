import type { Finding, LookalikeEdit } from '../../techniques/technique.ts'
import type { CaseMail, CaseRecord } from '../draft/case-record.ts'
import { KNOWN_TRACES } from './known-traces.ts'

const finding = (technique: string, more: Partial<Finding> = {}): Finding => ({
  technique,
  weight: 'strong',
  where: { path: '0', range: { start: 0, end: 0 }, excerpt: '' },
  say: {
    ja: '差出人は ingrid.solberg@fjordell-purnps-co.example です。',
    en: 'The sender is ingrid.solberg@fjordell-purnps-co.example.',
  },
  ...more,
})

/** `m` to `rn` and `.` to `-`, where they stand in the real names. */
export const EDITS: readonly LookalikeEdit[] = [
  { kind: 'homoglyph', genuine: 'm', genuineAt: 11, observed: 'rn', observedAt: 11 },
  { kind: 'dot-to-hyphen', genuine: '.', genuineAt: 14, observed: '-', observedAt: 15 },
]

export const FRAUD_MAIL: CaseMail = {
  providerId: 'org-kitahama',
  arrivedOn: '2026-10-14',
  findings: [
    finding('lookalike', {
      detail: {
        kind: 'lookalike',
        genuine: 'fjordell-pumps.example',
        observed: 'fjordell-purnps-co.example',
        relation: 'partner',
        owner: 'Fjordell Pumps AS',
        edits: EDITS,
        synthetic: {
          genuine: 'b-company.co.example',
          observed: 'b-cornpany-co.example',
          edits: [],
        },
      },
    }),
    finding('reply-to'),
    finding('payment-change', { weight: 'medium' }),
    finding('thread-hijack', { weight: 'medium' }),
  ],
  indicators: [
    {
      type: 'email-address',
      value: 'ingrid.solberg@fjordell-purnps-co.example',
      context: 'from',
      path: '0',
    },
    {
      type: 'email-address',
      value: 'accounts.solberg@mailbox-desk.test',
      context: 'reply-to',
      path: '0',
    },
    {
      type: 'email-address',
      value: 'bounce-7f3-keiri=kitahama-seiki.example@relay-drop.test',
      context: 'return-path',
      path: '0',
    },
    { type: 'email-address', value: 'keiri@kitahama-seiki.example', context: 'to', path: '0' },
    { type: 'ipv4', value: '192.0.2.44', context: 'received', path: '0' },
    { type: 'ipv4', value: '10.1.2.3', context: 'received', path: '0' },
    {
      type: 'url',
      value: `https://portal.pay-desk.test/inv?e=${Buffer.from('keiri@kitahama-seiki.example').toString('base64')}`,
      context: 'link',
      path: '0',
    },
    { type: 'domain', value: 'gmail.com', context: 'reply-to', path: '0' },
    { type: 'subject', value: 'Re: Invoice FP-20871', context: 'message', path: '0' },
    { type: 'sha256', value: 'ab'.repeat(32), context: 'attachment', path: '2' },
    {
      type: 'file-name',
      value: '御見積_株式会社北浜精機様.xlsx',
      context: 'attachment',
      path: '2',
    },
  ],
  texts: [
    {
      label: 'From',
      text: 'Ingrid Solberg <ingrid.solberg@fjordell-purnps-co.example>',
    },
    {
      label: 'text',
      text: [
        'Morita-san,',
        'Further to invoice FP-20871, please remit USD 182,400 to the updated account by 16 October.',
        '> On 13 Oct, Kyoko Morita wrote: the payment to Fjordell Pumps AS is scheduled.',
        'Regards,',
        'Ingrid Solberg',
        'Fjordell Pumps AS, +47 55 01 02 03',
      ].join('\n'),
    },
  ],
}

const technique = (id: string, ja: string, en: string, attack: readonly string[]) => ({
  id,
  title: { ja, en },
  advice: {
    ja: '振込先の変更は、電話で確かめてください。',
    en: 'Confirm a changed account by telephone.',
  },
  attack,
})

export const FRAUD_CASE: CaseRecord = {
  classification: 'bec-type-1',
  mails: [FRAUD_MAIL],
  logs: [],
  techniques: [
    technique('lookalike', '似せたドメイン', 'Look-alike domain', ['T1583.001']),
    technique('reply-to', '返信先の差し替え', 'Reply-To leads elsewhere', ['T1566']),
    technique('payment-change', '振込先の変更', 'Changed account', []),
    technique('thread-hijack', '実際のやり取りの引用', 'Genuine conversation quoted', ['T1534']),
    technique('macro', 'マクロ', 'Macro', ['T1204.002']),
  ],
  traces: KNOWN_TRACES,
  aliases: { rows: [] },
  tlpCeilings: ['GREEN', 'AMBER'],
  decisions: {},
  registered: { organisations: [] },
}
