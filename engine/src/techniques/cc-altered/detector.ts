import type { MailAddress, Message } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import type { RegisterIndex } from '../../register/register.ts'
import { listCorrespondents } from '../reading/correspondents.ts'
import { findImitation, isSuffixOnly, readThread } from '../reading/imitated-domain.ts'
import { isListMail } from '../reading/mail-kind.ts'
import { placeOfAddress } from '../reading/places.ts'
import { isRelated } from '../reading/relations.ts'
import { findAddressesInText, type TextAddress } from '../reading/text-addresses.ts'
import { ROLE_MAILBOXES } from '../tables/everyday-mailboxes.ts'
import { defineTechnique, type TechniqueContext } from '../technique.ts'

/** The copy line shows the right people, but their addresses lead to nobody or to the attacker. */
export const ccAltered = defineTechnique({
  id: 'cc-altered',
  title: { ja: '同報先の改変', en: 'Copied people altered' },
  about: {
    ja: '同報先（Cc）に本来の関係者の名前を並べながら、アドレスを偽物に替える手口です。関係者に届いているように見えて、実際には誰も気づくことができません。',
    en: 'The copy line lists the people one expects, but with altered addresses. It looks as if everybody were informed, while nobody genuine receives the mail.',
  },
  attack: ['T1656'],
  weight: 'strong',
  innocent: [
    {
      ja: '同じ人が、会社のアドレスと別のアドレスを使い分けていることがあります。',
      en: 'The same person may use a company address and another one.',
    },
    {
      ja: '宛先の打ち間違いの可能性もあります。',
      en: 'Somebody may simply have mistyped an address.',
    },
  ],
  blindSpots: [
    {
      ja: '本来の関係者のアドレスが登録簿にも引用文にもない場合は、改変かどうか判断できません。',
      en: 'Without the genuine addresses, registered or quoted, an alteration cannot be told.',
    },
  ],
  advice: {
    ja: '全員に返信せず、同報先のアドレスを以前のメールと見比べてください。',
    en: 'Do not answer to all; compare the copied addresses with those of earlier mails.',
  },
  source: '2020Q2 §3.1–3.3',

  detect(message, context) {
    if (isListMail(message)) return []
    const altered = findAltered(message, context)
    const [first, ...others] = altered
    if (first === undefined) return []
    const shown = message.addresses('cc').length + message.addresses('to').length
    return [
      {
        weight: altered.some((one) => one.isSure) ? ('strong' as const) : ('medium' as const),
        where: placeOfAddress(message, first.address),
        alsoWhere: others.map((one) => placeOfAddress(message, one.address)),
        say: {
          ja: `宛先と同報先の${shown}人のうち${altered.length}人が、本来と違うアドレスです。${defang(first.address.address)} は、本来は ${defang(first.genuine)} です。`,
          en: `${altered.length} of ${shown} people in To and Cc have altered addresses: ${defang(first.address.address)} should be ${defang(first.genuine)}.`,
        },
        detail: {
          kind: 'addresses' as const,
          pairs: altered.map(({ address, genuine }) => ({
            role: address.header.key,
            shown: address.address,
            genuine,
          })),
        },
      },
    ]
  },
})

interface Altered {
  readonly address: MailAddress
  readonly genuine: string
  readonly isSure: boolean
}

/** Addresses compared in one mail; a longer list is a distribution, not a circle of partners. */
const COMPARED_MAX = 60

function findAltered(message: Message, { register }: TechniqueContext): Altered[] {
  const known = listKnown(message, register)
  const exact = new Set(known.map((one) => one.address.toLowerCase()))
  const thread = readThread(message, register)
  const shown = ['to', 'cc'].flatMap((name) => message.addresses(name)).slice(0, COMPARED_MAX)
  return shown.flatMap((address) => {
    if (address.domain === '' || exact.has(address.address.toLowerCase())) return []
    const imitation = findImitation(address.domain, register, thread)
    if (imitation !== undefined && imitation.relation !== 'well-known' && !isSuffixOnly(imitation))
      return { address, genuine: `${address.localPart}@${imitation.genuine}`, isSure: true }
    // A single To is the reader, who may well be known by another address of the own.
    if (address.header.key === 'to' && message.addresses('to').length < 2) return []
    const person = known.find((one) => isSamePerson(one, address, register))
    return person ? { address, genuine: person.address, isSure: hasFullName(address) } : []
  })
}

/** Addresses known to be genuine: people of the register and of the quoted conversation. */
function listKnown(message: Message, register: RegisterIndex): TextAddress[] {
  const { recipient, organisations } = register.register
  const people = (recipient ? [recipient, ...organisations] : organisations).flatMap(
    (one) => one.people,
  )
  const named = people.flatMap(({ name, addresses }) =>
    addresses.flatMap(findAddressesInText).map((one) => ({ ...one, displayName: name })),
  )
  return [...listCorrespondents(message), ...named]
}

function isSamePerson(known: TextAddress, shown: MailAddress, register: RegisterIndex): boolean {
  if (isRelated(known.organisation, shown.organisation, register))
    return (
      known.organisation === shown.organisation && isOneEditApart(known.localPart, shown.localPart)
    )
  const local = shown.localPart.toLowerCase()
  const isSameLocal = local === known.localPart.toLowerCase() && isPersonal(local)
  const isSameName =
    hasFullName(shown) && toPlainName(known.displayName) === toPlainName(shown.displayName)
  return isSameLocal || isSameName
}

function isPersonal(localPart: string): boolean {
  return localPart.length >= 5 && !ROLE_MAILBOXES.has(localPart)
}

function hasFullName({ displayName }: { readonly displayName: string }): boolean {
  return (
    /[a-z]{2}[\s.,]+[a-z]{2}/i.test(displayName) || /[^\x00-\x7f]{3}/.test(toPlainName(displayName))
  )
}

function toPlainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}様]/gu, '')
}

/** One letter more, less, other or swapped, in a name long enough for that to be no coincidence. */
function isOneEditApart(a: string, b: string): boolean {
  const [short, long] =
    a.length <= b.length ? [a.toLowerCase(), b.toLowerCase()] : [b.toLowerCase(), a.toLowerCase()]
  if (short.length < 6 || long.length - short.length > 1 || short === long) return false
  if (/\d/.test(short)) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  if (short.slice(at + 1) === long.slice(at + 1)) return true
  return (
    short[at] === long[at + 1] &&
    short[at + 1] === long[at] &&
    short.slice(at + 2) === long.slice(at + 2)
  )
}
