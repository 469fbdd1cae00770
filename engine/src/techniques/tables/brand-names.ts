import { toLatinLetter } from '../../lures/unit-classes.ts'
import { WELL_KNOWN } from '../../register/well-known-domains.ts'

type Names = readonly (readonly [name: string, owner: string])[]

const toOwn = (name: string): readonly [string, string] => [name, name]

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
const OTHER_NAMES: Names = [
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
  ['イオン銀行', 'AEON'],
  ['セゾンカード', 'Saison'],
  ['ETC利用照会サービス', 'ETC'],
  ['SBI証券', 'SBI'],
  ['野村證券', 'Nomura'],
  ['NTTドコモ', 'NTT'],
  ['iCloud', 'Apple'],
  ['Gmail', 'Google'],
  ['Facebook', 'Meta'],
  ['Instagram', 'Meta'],
  ['WhatsApp', 'Meta'],
  ['Prime Video', 'Amazon'],
  ['Norton', 'Symantec'],
  ['Deutsche Post', 'DHL'],
  ['Samsung Galaxy', 'Samsung'],
  // Owners without a row of their own: their own domains begin with the name.
  ...[
    'La Poste',
    'PostNL',
    'Royal Mail',
    'Canada Post',
    'Livelo',
    'Nubank',
    'Serasa',
    'Harbor Freight',
    'Leroy Merlin',
    'Commerzbank',
    'Rabobank',
    'Consorsbank',
    'Postbank',
    'Deutsche Bank',
    'Comdirect',
    'PostFinance',
    'Swisscom',
    'Vodafone',
    'BNP Paribas',
    'Trust Wallet',
    'OpenSea',
    'PancakeSwap',
    'Uniswap',
    'Temu',
    'Lidl',
    'ADAC',
    'State Farm',
    'Home Depot',
    'Walgreens',
    'Sirius XM',
    'T-Mobile',
    'Xfinity',
    'TotalAV',
    'Total AV',
    'Ace Hardware',
    'Omaha Steaks',
    'Decathlon',
    'Carrefour',
    'Kaufland',
    'Media Markt',
    'Starbucks',
    'Nespresso',
    'Sephora',
    'Verizon',
    'Comcast',
    'Hulu',
    'Disney Plus',
    'USAA',
  ].map(toOwn),
]

/** Names that are words too, and of offices and goods: a claim only where nothing else is said. */
const WORD_ALONE: Names = ['Visa', 'UPS', 'Samsung', 'Oracle', 'Reddit', 'Mozilla'].map(toOwn)

/** Names that are words too: a claim alone, and with the name of an office or service beside them. */
const WORD_OR_OFFICE: Names = [
  ...['Ledger', 'Apple', 'Google', 'Zoom', 'Correios', 'Kraken', 'Uber', 'AOL', 'Discord'],
  ...['Stripe', 'Electrum', 'Ripple', 'Tether', 'Gemini', 'Exodus'],
].map(toOwn)

/** Names of people and firms too: a claim only with the name of an office or service beside them. */
const WORD_WITH_OFFICE: Names = [
  ['Outlook', 'Microsoft'],
  ...['Chase', 'Citi', 'Meta', 'Box', 'Slack', 'Wise', 'Proton', 'Saison'].map(toOwn),
]

/** What stands beside a name when it is the service that writes, in the languages of such mail. */
const OFFICE_WORDS: ReadonlySet<string> = new Set(
  `support team security finance live wallet wallets account accounts notice notices notification
   notifications alert alerts service services customer customers care client reward rewards loyalty
   department help desk helpdesk official update updates verification delivery express pay id cloud
   card bank insights online status admin administrator mail email center centre storage protection
   entrega suporte atendimento cartões soporte kundenservice kundendienst paket konto sicherheit
   service-team klantenservice livraison colis suivre votre 365 365team サポート 事務局 カスタマー`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** A name people know, with what it looks like to a comparison. */
export interface KnownName {
  readonly name: string
  readonly folded: string
  readonly owner: string
}

/** Width, case, signs without width and letters of another script make no difference to a reader. */
export function foldName(name: string): string {
  const seen = /^[\x20-\x7e]*$/.test(name)
    ? name
    : Array.from(name.replace(INVISIBLE, ''), toLatinLetter).join('')
  return seen.normalize('NFKC').toLowerCase()
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060-\u206f\ufe00-\ufe0f\ufeff\u{e0100}-\u{e01ef}]/gu

export function toKnownName(name: string, owner: string): KnownName {
  return { name, folded: foldName(name), owner }
}

const NAMES = [
  ...OTHER_NAMES.map(([name, owner]) => toKnownName(name, owner)),
  ...WELL_KNOWN.flatMap(([owner]) => (ALSO_WORDS.has(owner) ? [] : [toKnownName(owner, owner)])),
]

const ALONE = toWords([...WORD_ALONE, ...WORD_OR_OFFICE])
const WITH_OFFICE = toWords([...WORD_OR_OFFICE, ...WORD_WITH_OFFICE])

function toWords(names: Names) {
  return new Map(names.map(([name, owner]) => [foldName(name), toKnownName(name, owner)]))
}

/**
 * A service whose name is a word as well, where the sender's whole name is that word, or that word
 * and the name of an office: `Ledger`, `Outlook Support Team`, `John from Ledger`, `BinanceMail`.
 */
export function findWordBrand(displayName: string): KnownName | undefined {
  const words =
    foldName(displayName)
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, WORDS_MAX + 1) ?? []
  if (words.length > WORDS_MAX) return undefined
  const from = words.findIndex((word) => FROM_WORDS.has(word)) + 1
  const [word, ...more] = words.slice(from).filter((one) => !OFFICE_WORDS.has(one))
  if (word === undefined || more.length > 0) return undefined
  return words.length > 1 ? WITH_OFFICE.get(word) : (ALONE.get(word) ?? findRunTogether(word))
}

/** `BinanceMail`: a name of some length and an office in one word. */
function findRunTogether(word: string): KnownName | undefined {
  return NAMES.find(
    ({ folded }) =>
      folded.length >= RUN_TOGETHER_MIN &&
      word.startsWith(folded) &&
      OFFICE_WORDS.has(word.slice(folded.length)),
  )
}

const RUN_TOGETHER_MIN = 5
/** `John from Ledger`: a person is named, and whom the person writes for. */
const FROM_WORDS: ReadonlySet<string> = new Set(['from', 'von', 'bei'])
const WORDS_MAX = 6

/** Names of services that forgers like to claim. */
export function listBrandNames(): readonly KnownName[] {
  return NAMES
}
