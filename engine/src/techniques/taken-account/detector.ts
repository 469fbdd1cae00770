import { readRecorded } from '../../authentication/read-authentication.ts'
import type { AuthenticationCheck } from '../../authentication/authentication.ts'
import type { MailAddress, Message } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import { isBulkMail, isCalendarMail } from '../reading/mail-kind.ts'
import { placeOfAddress, placeOfHeader, placeOfLink } from '../reading/places.ts'
import { FREE_MAIL } from '../tables/free-mail.ts'
import { SENDING_SERVICES } from '../tables/sending-services.ts'
import { defineTechnique, type TechniqueContext } from '../technique.ts'
import { findNamingLink } from './find-naming-link.ts'
import { findTrap, type Trap } from './find-trap.ts'
import { hidesRecipients } from './hidden-recipients.ts'

/** A genuine account in the wrong hands: everything about the sender is right, but not the mail. */
export const takenAccount = defineTechnique({
  id: 'taken-account',
  title: { ja: '乗っ取られたアカウントからの送信', en: 'Sent from a taken-over account' },
  about: {
    ja: '実在する組織のメールアカウントを乗っ取り、そこからフィッシングメールなどを送る手口です。送信元の認証に成功するため、差出人を調べても本物に見えます。',
    en: 'A real organisation’s mail account is taken over and used to send phishing mail. The sender is authenticated, so checking the sender finds nothing wrong.',
  },
  attack: ['T1586.002', 'T1566.002'],
  weight: 'medium',
  innocent: [
    {
      ja: '取引先が、外部のサービスで資料を共有し、多数の宛先に一斉に知らせた場合があります。',
      en: 'A partner may have shared a file through a service and told many people at once in blind copy.',
    },
  ],
  blindSpots: [
    {
      ja: '受信側の認証結果が記録されていないメールと、宛先を隠さず一人ずつ送られたメールは見つかりません。',
      en: 'Mail without recorded results, and mail sent to each recipient openly, is not found.',
    },
  ],
  advice: {
    ja: 'リンクや添付を開かず、メールに書かれていない連絡先で送信者に知らせてください。送信者自身も被害者です。',
    en: 'Open neither link nor attachment, and tell the sender through another channel; the sender is a victim too.',
  },
  source: '2019Q1 表2; 2020Q1 §6',

  detect(message, context) {
    const { from } = message
    if (from === undefined || isBulkMail(message) || isCalendarMail(message)) return []
    if (!isCompany(from, context)) return []
    const isHidden = hidesRecipients(message, from)
    // Cheapest first: nearly every honest mail names its recipients.
    const trap = isHidden
      ? findTrap(message, from, context)
      : findNamingLink(message, from, context)
    if (trap === undefined) return []
    const proof = findProof(message, context)
    if (proof === undefined) return []
    const sender = defang(from.address)
    return [
      {
        where: placeOfTrap(message, from, trap),
        alsoWhere: [placeOfAddress(message, from), placeOfHeader(message, proof.header)],
        say: {
          ja: `差出人 ${sender} の認証には成功していますが、${isHidden ? '宛先を隠したまま、' : ''}${trap.ja}。アカウントが乗っ取られている可能性があります。`,
          en: `The sender ${sender} is authenticated, but the mail ${isHidden ? 'hides its recipients and ' : ''}${trap.en}; the account may have been taken over.`,
        },
        detail: {
          kind: 'authentication' as const,
          checks: [
            {
              method: proof.method,
              result: proof.result,
              ...(proof.domain === undefined ? {} : { domain: proof.domain }),
              isAligned: true,
              ...(proof.by === undefined ? {} : { by: proof.by }),
              isTrusted: true,
            },
          ],
        },
      },
    ]
  },
})

/** Neither anybody's mailbox, nor a sending service, nor a forger's domain. */
function isCompany({ organisation, domain }: MailAddress, { register }: TechniqueContext): boolean {
  if (domain === '' || FREE_MAIL.has(organisation) || SENDING_SERVICES.has(organisation))
    return false
  if (register.ownerOf(organisation)?.relation === 'well-known') return false
  return register.findImitated(domain).length === 0
}

function findProof(message: Message, context: TechniqueContext): AuthenticationCheck | undefined {
  const { checks } = readRecorded(message, context)
  return ['dmarc', 'dkim', 'spf']
    .map((method) =>
      checks.find(
        (one) =>
          one.isTrusted && one.method === method && one.result === 'pass' && one.isAligned === true,
      ),
    )
    .find((one) => one !== undefined)
}

function placeOfTrap(message: Message, from: MailAddress, { link }: Trap) {
  return link === undefined ? placeOfAddress(message, from) : placeOfLink(message, link)
}
