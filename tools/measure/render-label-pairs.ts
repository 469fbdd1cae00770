import type { MeasuredMail } from './analyse-folder.ts'
import type { LabelledMail } from './read-labels.ts'

/** Columns of the label table that see the same thing as a technique, or nearly. */
const PAIRS: readonly (readonly [technique: string, column: string])[] = [
  ['beacon', 'tracking_pixel'],
  ['freemail', 'from_freemail'],
  ['from-display', 'display_name_has_other_address'],
  ['from-display', 'org_impersonation'],
  ['html-attachment', 'html_attachment'],
  ['link-mismatch', 'link_text_url_mismatch'],
  ['receipts', 'receipt_request'],
  ['recipient-in-url', 'recipient_in_url'],
  ['recipient-in-url', 'base64_recipient_in_url'],
  ['recipient-in-url', 'hex_recipient_in_url'],
  ['reply-to', 'replyto_differs'],
  ['reply-to', 'replyto_freemail'],
  ['return-path', 'returnpath_differs'],
  ['url-wrapped', 'redirector_or_wrapper'],
]

/** Intents of which the words of a mail speak; compared with the techniques about words. */
const BY_INTENT: readonly (readonly [technique: string, intents: readonly string[]])[] = [
  [
    'credential-phish',
    ['credential_phish', 'wallet_or_airdrop_phish', 'subscription_or_storage_expiry'],
  ],
  [
    'pretext',
    [
      'credential_phish',
      'subscription_or_storage_expiry',
      'parcel_tax_fine_payment',
      'extortion',
      'bec_request',
      'malware_lure',
    ],
  ],
]

/** Precision and recall of each technique against the labels that mean nearly the same. */
export function renderLabelPairs(
  labels: readonly LabelledMail[],
  mails: readonly MeasuredMail[],
): string {
  const found = new Map(
    mails.map(({ sha256, findings }) => [sha256, new Set(findings.map((one) => one.technique))]),
  )
  const known = labels.filter(({ sha256 }) => found.has(sha256))
  const row = (technique: string, label: string, isMarked: (mail: LabelledMail) => boolean) => {
    const isFound = ({ sha256 }: LabelledMail) => found.get(sha256)?.has(technique) === true
    const both = known.filter((one) => isFound(one) && isMarked(one)).length
    const ours = known.filter(isFound).length
    const theirs = known.filter(isMarked).length
    return `| ${technique} | ${label} | ${theirs} | ${ours} | ${both} | ${toShare(both, ours)} | ${toShare(both, theirs)} |`
  }
  return [
    `## Techniques against labels, ${known.length} mails`,
    '',
    '| technique | label | labelled | found | both | precision | recall |',
    '|---|---|---|---|---|---|---|',
    ...PAIRS.map(([technique, column]) =>
      row(technique, column, ({ marks }) => marks.get(column) === true),
    ),
    ...BY_INTENT.map(([technique, intents]) =>
      row(technique, intents.join(' / '), ({ intent }) => intents.includes(intent)),
    ),
    '',
  ].join('\n')
}

function toShare(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(2)
}
