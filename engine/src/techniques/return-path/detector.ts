import type { Bilingual } from '../../bilingual.ts'
import type { MailAddress, Message } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import { isBulkMail, isListMail } from '../reading/mail-kind.ts'
import { placeOfAddress } from '../reading/places.ts'
import { isUnprovenSender } from '../reading/proven-sender.ts'
import { isRelated } from '../reading/relations.ts'
import { isOwnTenant } from '../reading/tenant-page.ts'
import { FREE_MAIL } from '../tables/free-mail.ts'
import { SENDING_SERVICES } from '../tables/sending-services.ts'
import { defineTechnique, type TechniqueContext, type Weight } from '../technique.ts'

/**
 * Bounces go to an address that has nothing to do with the sender one sees, so the impersonated
 * person never learns from a returned mail that the name is being used.
 */
export const returnPath = defineTechnique({
  id: 'return-path',
  title: { ja: '不達通知の逃がし先', en: 'Bounces kept from the real sender' },
  about: {
    ja: '配達できなかったときの通知先（Return-Path）を、差出人と無関係なアドレスにする手口です。名をかたられた本人に不達通知が届かず、気づくのが遅れます。',
    en: 'The address for undeliverable mail (Return-Path) is unrelated to the sender one sees. The person whose name is borrowed gets no bounce and notices late.',
  },
  attack: ['T1672'],
  weight: 'medium',
  innocent: [
    {
      ja: 'メーリングリスト、配信サービス、転送は、不達通知を自分で受け取るためにこの欄を書き換えます。',
      en: 'Mailing lists, sending services and forwarders rewrite this address to collect bounces themselves.',
    },
  ],
  blindSpots: [
    {
      ja: '受信側のサーバーがReturn-Pathを記録していないメールでは判断できません。',
      en: 'Nothing can be said of mail whose receiving server did not record the Return-Path.',
    },
  ],
  advice: {
    ja: '差出人名だけで判断せず、ヘッダーのReturn-Pathと送信元のサーバーも確かめてください。',
    en: 'Do not rely on the sender’s name; look at Return-Path and the sending host in the headers too.',
  },
  source: '2020Q2 §3.1',

  detect(message, context) {
    const { from } = message
    const [bounce] = message.addresses('return-path')
    if (from === undefined || bounce === undefined || bounce.domain === '') return []
    if (from.domain === '' || isListMail(message) || FORWARDED.test(bounce.localPart)) return []
    const weight = weigh(from, bounce, message, context)
    if (weight === undefined) return []
    return [
      {
        weight,
        where: placeOfAddress(message, bounce),
        alsoWhere: [placeOfAddress(message, from)],
        say: describe(from, bounce),
        detail: {
          kind: 'addresses' as const,
          pairs: [{ role: 'return-path', shown: bounce.address, genuine: from.address }],
        },
      },
    ]
  },
})

/** Return addresses made by programs: per-recipient (VERP, SRS), bounce boxes, hosting accounts. */
const PROGRAM_MADE =
  /^(?:bounces?|return|returns|verp|msprvs|owner|errors?|srs[01]|prvs|btv1|noreply|no-reply|mailer-daemon|nobody|apache|www-data|root|postmaster)\b|[=+#]|bounce|-owner$|\d{6,}/i

/** A forwarder's own address for bounces (SRS, Gmail's forwarding) stands for the original one. */
const FORWARDED = /^srs[01][=+-]|\+(?:srs|caf_)=/i

const SERVER_ACCOUNT = /^(?:root|apache|www-data|nobody|ubuntu|debian)$/i

function isServiceAddress({ organisation }: MailAddress): boolean {
  return SENDING_SERVICES.has(organisation) && !FREE_MAIL.has(organisation)
}

function weigh(
  from: MailAddress,
  bounce: MailAddress,
  message: Message,
  context: TechniqueContext,
): Weight | undefined {
  const { register } = context
  if (isOwnTenant(from, bounce.domain)) return undefined
  const isProgram = PROGRAM_MADE.test(bounce.localPart)
  if (isServiceAddress(bounce) || (isProgram && isBulkMail(message)))
    return isRelated(from.organisation, bounce.organisation, register)
      ? undefined
      : weighUnproven(message, context)
  if (register.findImitated(bounce.domain)[0]?.genuine === from.organisation) return 'strong'
  if (isRelated(from.organisation, bounce.organisation, register)) return undefined
  if (message.addresses('sender').some((one) => one.organisation === bounce.organisation))
    return undefined
  const isServer = SERVER_ACCOUNT.test(bounce.localPart)
  const isKnown =
    register.ownerOf(from.organisation) !== undefined && !FREE_MAIL.has(from.organisation)
  // A known name sent by the system account of somebody's rented machine is a script on that machine.
  if (isKnown && (isServer || !isProgram)) return 'medium'
  if (isServer) return 'weak'
  if (isProgram) return weighUnproven(message, context)
  if (register.findImitated(from.domain).some((one) => one.relation !== 'well-known'))
    return 'medium'
  if (isBulkMail(message)) return weighUnproven(message, context)
  return bounce.localPart === from.localPart ? undefined : 'weak'
}

/**
 * Addresses for bounces alone, a mailing service's and those a program makes, are what most honest
 * mail has. Worth knowing only where the receiving side found no tie to the sender either.
 */
function weighUnproven(message: Message, context: TechniqueContext): Weight | undefined {
  return isUnprovenSender(message, context) ? 'weak' : undefined
}

function describe(from: MailAddress, bounce: MailAddress): Bilingual {
  const sender = defang(from.address)
  const target = defang(bounce.address)
  return isServiceAddress(bounce)
    ? {
        ja: `不達通知は配信サービスの ${target} に届きます。差出人 ${sender} がこのサービスを使っていることは確かめられていません。`,
        en: `Bounces go to ${target}, a mailing service; nothing shows that the sender ${sender} uses it.`,
      }
    : {
        ja: `不達通知の届け先は、差出人 ${sender} と無関係な ${target} です。差出人本人には配達エラーが戻りません。`,
        en: `Bounces go to ${target}, unrelated to the sender ${sender}; the sender never sees a delivery error.`,
      }
}
