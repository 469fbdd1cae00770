/** One comparison: what a technique should have found, by what somebody else saw in the mail. */
export interface LabelPair {
  readonly technique: string
  /** The technique should be found where one of these columns is marked. */
  readonly columns: readonly string[]
  /** Columns in which its findings are right too, although not every such mail is its business. */
  readonly alsoRight?: readonly string[]
}

/**
 * Columns and the techniques that see the same thing. A finding of any weight counts: most columns are
 * facts ("differs", "is there"), which a technique reports as weak when nothing else speaks against
 * the sender. Left out are columns that no technique claims to see (pictures, attached files by type)
 * and two that are not the technique's own question: `org_impersonation` asks whether a reader would
 * believe in a brand, wherever in the mail, while from-display reads the sender's name alone.
 */
export const LABEL_PAIRS: readonly LabelPair[] = [
  // A pixel without a size is a pixel to us by its path, which the column's rule does not look at.
  { technique: 'beacon', columns: ['tracking_pixel'] },
  // The column is the bare fact; the technique wants a free mailbox that poses as an organisation.
  { technique: 'freemail', columns: ['from_freemail'], alsoRight: ['replyto_freemail'] },
  // The technique also reads names of organisations, for which there is only the wider column.
  {
    technique: 'from-display',
    columns: ['display_name_has_other_address'],
    alsoRight: ['org_impersonation'],
  },
  { technique: 'html-attachment', columns: ['html_attachment'] },
  // A bare or disguised IP address is a link that shows no place at all: the same technique names it.
  { technique: 'link-mismatch', columns: ['link_text_url_mismatch', 'ip_url'] },
  { technique: 'receipts', columns: ['receipt_request'] },
  // Three columns for one technique: plain, Base64 and hexadecimal.
  {
    technique: 'recipient-in-url',
    columns: ['recipient_in_url', 'base64_recipient_in_url', 'hex_recipient_in_url'],
  },
  // Of two columns the second is a part of the first but for senders without a domain.
  { technique: 'reply-to', columns: ['replyto_differs', 'replyto_freemail'] },
  { technique: 'return-path', columns: ['returnpath_differs'] },
  // A link inside a link is a redirector; the columns overlap.
  { technique: 'url-wrapped', columns: ['redirector_or_wrapper', 'nested_url_in_url'] },
]

/** Intents of which the words of a mail speak, with the techniques about words. */
export const INTENT_PAIRS: readonly LabelPair[] = [
  {
    technique: 'credential-phish',
    columns: ['credential_phish', 'wallet_or_airdrop_phish', 'subscription_or_storage_expiry'],
    // A parcel or a fine to pay leads to a page for cards: the technique names it as well.
    alsoRight: ['parcel_tax_fine_payment'],
  },
  {
    technique: 'pretext',
    columns: [
      'credential_phish',
      'subscription_or_storage_expiry',
      'parcel_tax_fine_payment',
      'extortion',
      'bec_request',
      'malware_lure',
    ],
    // Prizes, windfalls and coins are pretexts too, but half of those mails are plain advertising.
    alsoRight: [
      'wallet_or_airdrop_phish',
      'advance_fee_or_donation',
      'callback_or_tech_support',
      'prize_or_survey',
      'gambling_payout_investment',
    ],
  },
]
