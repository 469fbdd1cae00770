import { readAuthentication, readRecorded } from '../../authentication/read-authentication.ts'
import type { AuthenticationCheck } from '../../authentication/authentication.ts'
import { isListMail } from '../reading/mail-kind.ts'
import { placeOfHeader } from '../reading/places.ts'
import { defineTechnique, type Detail, type FindingDraft } from '../technique.ts'
import { JUDGEMENTS } from './judgements.ts'

/** What servers recorded, and what can be computed, speaks against the sender one sees. */
export const auth = defineTechnique({
  id: 'auth',
  title: { ja: '送信元認証との食い違い', en: 'Sender authentication contradicts the sender' },
  about: {
    ja: '差出人に示されたドメインと、SPF、DKIM、DMARCの認証結果が食い違うメールです。認証結果をメールの中に書き足して、確認済みに見せかける手口もあります。',
    en: 'The results of SPF, DKIM and DMARC contradict the domain that the sender shows. Some mails even bring forged results of their own, to look as if they had been checked.',
  },
  attack: ['T1672', 'T1656'],
  weight: 'medium',
  innocent: [
    {
      ja: '転送やメーリングリストを経たメールでは、正しい送信元でも認証に失敗することがあります。',
      en: 'Forwarding and mailing lists make genuine mail fail.',
    },
    {
      ja: '配信を外部に委託していて、認証の設定が追いついていない場合があります。',
      en: 'A company may have a service send for it without having set up authentication.',
    },
  ],
  blindSpots: [
    {
      ja: '攻撃者自身のドメインや乗っ取られたアカウントからのメールは、認証に成功します。',
      en: 'Mail from the attacker’s own domain or from a taken-over account passes.',
    },
    {
      ja: '受信側のサーバーが認証結果を記録していないメールでは、ほとんど何も言えません。',
      en: 'Little can be said of mail whose receiving server recorded no results.',
    },
  ],
  advice: {
    ja: '差出人の表示を信じず、以前から知っている連絡先で送信の有無を本人に確かめてください。',
    en: 'Do not trust the sender shown; ask the person, through a contact you already know, whether the mail is genuine.',
  },
  source: '2019Q1; 2020Q1; 2020Q2; 2022Q4',

  detect(message, context) {
    const isAnswered = context.knowledge.dnsRecords !== undefined
    if (!isAnswered && !HEADERS.some((name) => message.header(name).length > 0)) return []
    const { from } = message
    if (from === undefined || from.domain === '' || isListMail(message)) return []
    const { checks, forged } = readRecorded(message, context)
    const subject = { message, from, checks, forged, context }
    for (const judge of JUDGEMENTS) {
      const said = judge(subject)
      if (said === undefined) continue
      const { shown, ...finding } = said
      const draft: FindingDraft = {
        ...finding,
        where: placeOfHeader(message, shown),
        detail: toDetail(readAuthentication(message, context).checks),
      }
      return [draft]
    }
    return []
  },
})

/** Without any of these and without recorded DNS answers there is nothing to read. */
const HEADERS = [
  'authentication-results',
  'received-spf',
  'dkim-signature',
  'arc-authentication-results',
  'x-ms-exchange-authentication-results',
]

/** Rows of the picture; servers repeat themselves. */
const CHECKS_MAX = 12

function toDetail(checks: readonly AuthenticationCheck[]): Detail {
  const rows = checks.map(({ method, result, domain, isAligned, by, isTrusted }) => ({
    method,
    result,
    ...(domain === undefined ? {} : { domain }),
    ...(isAligned === undefined ? {} : { isAligned }),
    ...(by === undefined ? {} : { by }),
    isTrusted,
  }))
  const unique = new Map(rows.map((row) => [JSON.stringify(row), row]))
  return { kind: 'authentication', checks: [...unique.values()].slice(0, CHECKS_MAX) }
}
