import { toOrganisation } from '../../evidence/headers/organisation.ts'
import type { MailAddress, Message } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import type { RegisterIndex } from '../../register/register.ts'
import { splitDomain } from '../../register/split-domain.ts'
import { isBulkMail, isListMail } from '../reading/mail-kind.ts'
import { placeOfAddress } from '../reading/places.ts'
import { listRecipients } from '../reading/recipients.ts'
import { isRelated } from '../reading/relations.ts'
import { ROLE_MAILBOXES } from '../tables/everyday-mailboxes.ts'
import { FREE_MAIL } from '../tables/free-mail.ts'
import { SENDING_SERVICES } from '../tables/sending-services.ts'
import { defineTechnique, type TechniqueContext, type Weight } from '../technique.ts'

/** The address in front of the @ is written for this one recipient, so that it looks familiar. */
export const recipientInSender = defineTechnique({
  id: 'recipient-in-sender',
  title: { ja: '差出人アドレスに受信者の名', en: 'Sender’s address carries the recipient’s name' },
  about: {
    ja: '送信元アドレスの＠より前に、受信者の会社名や氏名を入れる手口です。社内の仕組みからの通知に見せるためで、多くの相手へ一通ずつ作り変えて送られます。',
    en: 'The sender’s address carries the recipient’s company or name in front of the @. It passes for a notice of an internal system and is made anew for every recipient.',
  },
  attack: ['T1585.002', 'T1589.002', 'T1656'],
  weight: 'medium',
  innocent: [
    {
      ja: '顧客ごとに専用のアドレスを発行する外部サービスでは、会社名が入ることがあります。',
      en: 'Services that give every customer an address of its own may write the company’s name into it.',
    },
    {
      ja: '受信者本人が、自分の私用アドレスから送った可能性があります。',
      en: 'The recipients may have written to themselves from a private address.',
    },
  ],
  blindSpots: [
    {
      ja: '受信者の氏名を略した書き方や、登録のない別名が使われた場合は見つかりません。',
      en: 'Shortened names, and other names of the company that are not registered, are not found.',
    },
  ],
  advice: {
    ja: '＠より後ろのドメインが自社や契約先のものか確かめ、違えばリンクを開かず窓口へ知らせてください。',
    en: 'Look at the domain behind the @; unless it is your company’s or a contractor’s, open no link and report the mail.',
  },
  source: '2022Q4 §3.1',

  detect(message, context) {
    if (isListMail(message)) return []
    const senders = [message.from, ...message.addresses('reply-to').slice(0, 1)]
    for (const sender of senders) {
      if (sender === undefined || sender.domain === '' || isOrdinary(message, sender, context))
        continue
      const found = findCarried(message, sender, context)
      if (found === undefined) continue
      const shown = defang(sender.address)
      const name = found.carried
      return [
        {
          weight: found.weight,
          where: placeOfAddress(message, sender),
          say: {
            ja: `社外の送信元アドレス ${shown} の＠より前に、受信者を示す「${name}」が入っています。`,
            en: `The outside address ${shown} carries “${name}”, which stands for the recipient, in front of the @.`,
          },
          detail: {
            kind: 'addresses' as const,
            pairs: [{ role: sender.header.key, shown: sender.address, genuine: found.genuine }],
          },
        },
      ]
    }
    return []
  },
})

interface Carried {
  readonly carried: string
  readonly genuine: string
  readonly weight: Weight
}

/** Own addresses, and services that make an address for each customer or each answer. */
function isOrdinary(
  message: Message,
  { organisation, localPart }: MailAddress,
  { register }: TechniqueContext,
): boolean {
  const { organisations: own } = listRecipients(message, register)
  if ([...own].some((one) => isRelated(one, organisation, register))) return true
  const owner = register.ownerOf(organisation)
  if (owner !== undefined && !FREE_MAIL.has(organisation)) return true
  if (SENDING_SERVICES.has(organisation) && !FREE_MAIL.has(organisation)) return true
  return PER_RECIPIENT.test(localPart) && isBulkMail(message)
}

/** Answer addresses and bounce boxes of programs (VERP, SRS). */
const PER_RECIPIENT = /^(?:bounces?|reply|replies|return|srs[01]|prvs|msprvs)\b|[=+]/i

function findCarried(
  message: Message,
  sender: MailAddress,
  { register }: TechniqueContext,
): Carried | undefined {
  const { addresses, organisations } = listRecipients(message, register)
  const packed = toLetters(sender.localPart)
  const company = [...organisations]
    .map((one) => ({ genuine: one, label: toLetters(splitDomain(one)?.label ?? '') }))
    .find(({ label }) => label.length >= COMPANY_CHARS_MIN && packed.includes(label))
  const person = addresses.find(
    ({ address, localPart, organisation }) =>
      address.toLowerCase() !== sender.address.toLowerCase() &&
      organisations.has(toOrganisation(organisation)) &&
      (isPersonIn(localPart, sender.localPart) || isNameIn(address, sender.localPart, register)),
  )
  if (company !== undefined) {
    const isBoth = person !== undefined
    return {
      carried: company.label,
      genuine: company.genuine,
      weight: isBoth ? 'strong' : 'medium',
    }
  }
  if (person === undefined || isOwnPrivate(sender, person.localPart)) return undefined
  return { carried: person.localPart, genuine: person.address, weight: 'medium' }
}

const COMPANY_CHARS_MIN = 5
const PERSON_CHARS_MIN = 6

/** "y.miwa" is carried by "hr-y.miwa-notice"; the same local part elsewhere may be the same person. */
function isPersonIn(person: string, local: string): boolean {
  const name = toLetters(person)
  if (name.length < PERSON_CHARS_MIN || ROLE_MAILBOXES.has(person.toLowerCase())) return false
  return toLetters(local).includes(name)
}

/** The registered name of the person, both words joined in either order: "yumimiwa", "miwa-yumi". */
function isNameIn(address: string, local: string, { register }: RegisterIndex): boolean {
  const packed = toLetters(local)
  return (register.recipient?.people ?? [])
    .filter((one) => one.addresses.some((own) => own.toLowerCase() === address.toLowerCase()))
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .some((name) => {
      const words = name.toLowerCase().match(/[a-z]{2,}/g) ?? []
      const [forward, backward] = [words.join(''), words.toReversed().join('')]
      return (
        forward.length >= PERSON_CHARS_MIN &&
        (packed.includes(forward) || packed.includes(backward))
      )
    })
}

function isOwnPrivate({ organisation, localPart }: MailAddress, person: string): boolean {
  const rest = toLetters(localPart).replace(toLetters(person), '')
  return rest === '' || FREE_MAIL.has(organisation)
}

function toLetters(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '')
}
