import type { Link, Message } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import { isListMail, isNewsletter } from '../reading/mail-kind.ts'
import { joinDoubts, readDoubtfulTarget, toUrlDetail } from '../reading/doubtful-target.ts'
import { placeOfArtefact } from '../reading/places.ts'
import {
  defineTechnique,
  type FindingDraft,
  type TechniqueContext,
  type Weight,
} from '../technique.ts'

/** The address is a picture: no filter reads it, and the phone that does is outside the company. */
export const qrLink = defineTechnique({
  id: 'qr-link',
  title: { ja: 'QRコードのリンク', en: 'Link in a QR code' },
  about: {
    ja: 'リンクをQRコードの画像にして送る手口です。文字のリンクを調べるフィルターを通り抜け、会社の守りの外にある個人のスマートフォンで偽サイトを開かせます。',
    en: 'The link is sent as a picture of a QR code. Filters that read text do not see it, and the fake site opens on a private phone, outside the company’s protection.',
  },
  attack: ['T1566.002', 'T1598.003', 'T1204.001'],
  weight: 'medium',
  innocent: [
    {
      ja: '催しの案内や名刺、請求書の支払いには、ふつうのQRコードが使われます。',
      en: 'Event notices, business cards and invoices carry ordinary QR codes.',
    },
  ],
  blindSpots: [
    {
      ja: '文字や表を並べて描いたQRコード、ひどくゆがんだQRコードは読み取れません。',
      en: 'Codes drawn from characters or table cells, and badly bent ones, are not read.',
    },
  ],
  advice: {
    ja: '届いたQRコードを読み取ってサインインせず、いつも使っている画面から確認してください。',
    en: 'Do not sign in through a QR code from a mail; use the page you always use.',
  },
  source: '2020Q1 §6; 2022Q4 §3.1',

  detect(message, context) {
    const codes = context.links.filter(({ kind }) => kind === 'qr')
    if (codes.length === 0 || isListMail(message)) return []
    const byUrl = new Map(codes.map((link) => [link.url, link]))
    return [...byUrl.values()]
      .slice(0, FINDINGS_MAX)
      .flatMap((link) => readCode(message, link, context))
  },
})

const FINDINGS_MAX = 3

/** Asking to scan a code in order to sign in, to prove who one is, or to see a document. */
const SCAN = /QR|二次元(?:バー)?コード|2次元コード|スキャン|読み取|\bscan/i
const LURE =
  /多要素|二要素|二段階|2段階|認証|サインイン|ログイン|パスワード|有効期限|アカウント|MFA\b|2FA\b|authenticat|sign[- ]?in|log[- ]?in|password|verif|mailbox|account|(?:secure|shared|pending)\s+document|payroll|給与明細|共有(?:ファイル|文書)|電子署名|e-?sign/i
/** Text in which the request is looked for; the code and the request stand together. */
const LURE_CHARS = 20_000

function readCode(message: Message, link: Link, context: TechniqueContext): FindingDraft[] {
  const place = readDoubtfulTarget(message, link, context)
  const artefact = context.artefacts.find(({ path }) => path === link.path)
  if (place === undefined || artefact === undefined) return []
  const text = `${message.subject}\n${message.shownText.slice(0, LURE_CHARS)}\n${readAround(link, context)}`
  const isLure = SCAN.test(text) && LURE.test(text)
  const weight = weigh(place.tokens.length > 0, isLure, isNewsletter(message))
  const host = defang(place.host)
  const doubts = joinDoubts(place.doubts)
  return [
    {
      weight,
      where: { ...placeOfArtefact(message, artefact), excerpt: link.url.slice(0, 200) },
      say: {
        ja: `画像のQRコードを読み取ると、${host} に移動します。${doubts.ja}${isLure ? '本文はQRコードでの認証や確認を求めています。' : ''}`,
        en: `The QR code in the picture leads to ${host}.${doubts.en}${isLure ? ' The mail asks to scan it in order to sign in or to see something.' : ''}`,
      },
      detail: toUrlDetail(`QR: ${artefact.fileName ?? artefact.type}`, place),
    },
  ]
}

/** Text of the documents that hold the picture: whole lures are PDFs with a code on the page. */
function readAround({ path }: Link, { artefacts }: TechniqueContext): string {
  return artefacts
    .filter((one) => one.reading?.text && path.startsWith(`${one.path}/`))
    .map((one) => one.reading?.text.slice(0, LURE_CHARS) ?? '')
    .join('\n')
}

function weigh(hasRecipient: boolean, isLure: boolean, isNews: boolean): Weight {
  if (isNews) return 'weak'
  if (hasRecipient && isLure) return 'strong'
  return hasRecipient || isLure ? 'medium' : 'weak'
}
