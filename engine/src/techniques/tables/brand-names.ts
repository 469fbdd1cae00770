import { WELL_KNOWN } from '../../register/well-known-domains.ts'

/** Owners whose name is also a surname or a word: in a sender's name they prove nothing. */
const ALSO_WORDS = new Set([
  'X',
  'Box',
  'Apple',
  'Square',
  'Stripe',
  'Slack',
  'Wise',
  'Notion',
  'Brave',
  'Chase',
  'Canon',
  'Honda',
  'Toyota',
  'Nomura',
  'Mitsui',
  'Sumitomo',
  'Mitsubishi',
  'Ledger',
  'Visa',
  'Zoom',
  'Meta',
  'Intel',
  'Dell',
  'Duo',
  'Ripple',
  'Discord',
  'Booking',
  'SAP',
  'HP',
  'UPS',
  'ETC',
  'JAL',
  'ANA',
  'IPA',
  'Uber',
  'Oracle',
  'Saison',
  'AEON',
  'Sansan',
  'Ricoh',
  'Hitachi',
  'Toshiba',
  'Samsung',
  'Reddit',
  'Proton',
  'Brevo',
  'Braze',
  'Kraken',
  'Electrum',
  'Citi',
  'AOL',
  'GMX',
  'Olympics',
  'Correios',
  'Gitea',
  'Gitee',
  'Mozilla',
  'Wikipedia',
  'IBM',
  'Google',
])

/** Other names under which people know an owner. */
const OTHER_NAMES: readonly (readonly [name: string, owner: string])[] = [
  ['マイクロソフト', 'Microsoft'],
  ['Office 365', 'Microsoft'],
  ['Microsoft 365', 'Microsoft'],
  ['OneDrive', 'Microsoft'],
  ['SharePoint', 'Microsoft'],
  ['アマゾン', 'Amazon'],
  ['楽天', 'Rakuten'],
  ['三井住友カード', 'SMBC'],
  ['三井住友銀行', 'SMBC'],
  ['三菱UFJ', 'MUFG'],
  ['みずほ銀行', 'Mizuho'],
  ['ゆうちょ銀行', 'Japan Post'],
  ['日本郵便', 'Japan Post'],
  ['ヤマト運輸', 'Yamato Transport'],
  ['佐川急便', 'Sagawa Express'],
  ['えきねっと', 'JR East'],
  ['国税庁', 'National Tax Agency'],
  ['e-Tax', 'National Tax Agency'],
  ['メルカリ', 'Mercari'],
  ['イオンカード', 'AEON'],
]

/** A name people know, with what it looks like to a comparison. */
export interface KnownName {
  readonly name: string
  readonly folded: string
  readonly owner: string
}

/** Width and case make no difference to a reader. */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase()
}

export function toKnownName(name: string, owner: string): KnownName {
  return { name, folded: foldName(name), owner }
}

const NAMES = [
  ...OTHER_NAMES.map(([name, owner]) => toKnownName(name, owner)),
  ...WELL_KNOWN.flatMap(([owner]) => (ALSO_WORDS.has(owner) ? [] : [toKnownName(owner, owner)])),
]

/** Names of services that forgers like to claim. */
export function listBrandNames(): readonly KnownName[] {
  return NAMES
}
