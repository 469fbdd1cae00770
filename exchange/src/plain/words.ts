import type { ReleasableBulletin } from 'engine'

type Language = keyof ReleasableBulletin['title']
export type { Language }

/** Headings of a bulletin as text. */
export const HEADINGS = {
  withdrawn: { ja: 'この情報は取り下げられました。', en: 'This bulletin was withdrawn.' },
  version: { ja: '版', en: 'version' },
  arrived: { ja: '届いた時期', en: 'Arrived' },
  seen: { ja: '確認された時期', en: 'Seen' },
  recognise: { ja: '見分け方', en: 'How to recognise it' },
  genuine: { ja: '本物', en: 'genuine' },
  observed: { ja: '偽物', en: 'false' },
  invented: {
    ja: '合成した例です。実際のものとは異なります。',
    en: 'Invented examples, not the real names.',
  },
  indicators: { ja: '遮断・確認に使う情報', en: 'Indicators' },
  techniques: { ja: '手口', en: 'Techniques' },
  advice: { ja: 'お願い', en: 'What to do' },
  omitted: { ja: '書かないこと', en: 'Left out' },
} as const

/** Where an indicator stood in the mail. */
export const CONTEXTS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  from: { ja: '差出人', en: 'From' },
  'spoofed-from': { ja: '差出人の表示（詐称）', en: 'displayed From (spoofed)' },
  sender: { ja: '送信者', en: 'Sender' },
  'reply-to': { ja: '返信先', en: 'Reply-To' },
  'return-path': { ja: '不達通知先', en: 'Return-Path' },
  received: { ja: '送信ホスト', en: 'sending host' },
  link: { ja: 'リンク', en: 'link' },
  'link-target': { ja: 'リンクの飛び先', en: 'link target' },
  image: { ja: '画像', en: 'image' },
  'file-link': { ja: 'ファイル内のリンク', en: 'link in a file' },
  qr: { ja: 'QRコード', en: 'QR code' },
  attachment: { ja: '添付ファイル', en: 'attachment' },
  'archive-member': { ja: '圧縮ファイルの中', en: 'in an archive' },
  embedded: { ja: 'ファイルに埋め込まれたもの', en: 'embedded in a file' },
  subject: { ja: '件名', en: 'subject' },
  message: { ja: '件名', en: 'subject' },
  'web-log': { ja: 'ウェブサーバーへの攻撃元', en: 'source of attacks on a web server' },
}

export const OMITTED: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  names: { ja: '社名・人名', en: 'names' },
  amounts: { ja: '金額', en: 'amounts' },
  'exact-times': { ja: '正確な日時', en: 'exact times' },
  'recipient-records': { ja: '受信側の記録', en: 'the recipients’ records' },
  'quoted-mail': { ja: '引用されたメール', en: 'quoted mail' },
  attachments: { ja: '添付ファイル', en: 'attachments' },
  'file-hashes': { ja: 'ファイルのハッシュ値', en: 'file hashes' },
  'invoice-numbers': { ja: '請求書番号', en: 'invoice numbers' },
  'identifying-domains': { ja: '名前が分かるドメイン', en: 'domains that give names away' },
  'url-tokens': { ja: 'URLの符号', en: 'codes in links' },
  'loaded-links': {
    ja: '自動で読み込まれる画像など',
    en: 'images and other links that load by themselves',
  },
  'more-links': { ja: '200件を超えるリンク', en: 'links beyond the first 200' },
}
