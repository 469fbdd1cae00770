import type { Bilingual } from '../../bilingual.ts'

/** What stands in a shared text where something was made general. */
export const PLACEHOLDERS = {
  email: { ja: 'メールアドレス', en: 'mail address' },
  url: { ja: 'リンク', en: 'link' },
  domain: { ja: 'ドメイン名', en: 'domain name' },
  ip: { ja: 'IPアドレス', en: 'IP address' },
  phone: { ja: '電話番号', en: 'phone number' },
  postal: { ja: '郵便番号', en: 'postal code' },
  address: { ja: '住所', en: 'address' },
  amount: { ja: '金額', en: 'amount' },
  account: { ja: '口座番号', en: 'account number' },
  'employee-id': { ja: '社員番号', en: 'employee number' },
  'document-number': { ja: '番号', en: 'number' },
  host: { ja: '端末名', en: 'host name' },
  path: { ja: 'ファイルの場所', en: 'file path' },
  token: { ja: '符号', en: 'code' },
  time: { ja: '時刻', en: 'time' },
  date: { ja: '日付', en: 'date' },
  person: { ja: '氏名', en: 'name' },
  signature: { ja: '署名', en: 'signature' },
  quote: { ja: '引用', en: 'quoted mail' },
  'known-number': { ja: '番号', en: 'number' },
} as const satisfies Record<string, Bilingual>
export type PlaceholderKind = keyof typeof PLACEHOLDERS

export const toPlaceholder = (kind: PlaceholderKind): Bilingual => ({
  ja: `［${PLACEHOLDERS[kind].ja}］`,
  en: `[${PLACEHOLDERS[kind].en}]`,
})
