import type { MailAddress, Message } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import { placeOfAddress } from '../reading/places.ts'
import { SENDING_SERVICES } from '../tables/sending-services.ts'
import { defineTechnique, type TechniqueContext } from '../technique.ts'
import { matchBoard, matchCelestial, matchRecorded, type RuleMatch } from './match-rules.ts'

/** Campaigns make their addresses in series, and the rule of the series outlives every single address. */
export const namingRule = defineTechnique({
  id: 'naming-rule',
  title: { ja: '攻撃者の命名規則に沿うアドレス', en: 'Address follows an attacker’s naming rule' },
  about: {
    ja: '同じ攻撃者は、差出人や返信先のアドレスを決まった規則で作り続けることがあります。「secure」などの通信や安全の語と天体の名前の組み合わせ、「board」「relay」と「intern」「mobile」「server」の組み合わせが知られています。',
    en: 'An attacker makes sender and reply addresses in series by one rule: a word of mail technology such as “secure” with a celestial body, or “board” and “relay” at a domain made of “intern”, “mobile”, “server”.',
  },
  attack: ['T1585.002', 'T1583.001'],
  weight: 'medium',
  innocent: [
    {
      ja: 'サーバーに天体の名前を付けている組織では、装置からの自動送信メールが似た形になります。',
      en: 'Organisations that name their servers after planets send automatic mail from similar addresses.',
    },
  ],
  blindSpots: [
    {
      ja: '規則を知られていない攻撃者のアドレスや、規則から外れた一通は見つかりません。',
      en: 'Addresses of a campaign whose rule nobody has written down, or single ones that leave the rule, are not found.',
    },
  ],
  advice: {
    ja: '経営者や弁護士を名乗る短い依頼であれば返信せず、以前から知っている連絡先で本人に確認してください。',
    en: 'When a short request in the name of an executive or a lawyer comes from such an address, do not answer; ask the person through a contact you already know.',
  },
  source: '2020Q1 §4.2; 2020Q2 §3.5–3.6',

  detect(message, context) {
    for (const address of listSenders(message)) {
      const match = findMatch(address, context)
      if (match === undefined) continue
      const shown = defang(address.address)
      return [
        {
          weight: match.weight,
          where: placeOfAddress(message, address),
          say: {
            ja: `アドレス ${shown} は、攻撃者の命名規則「${match.label.ja}」に沿っています。`,
            en: `The address ${shown} follows a naming rule of attackers: ${match.label.en}.`,
          },
          detail: {
            kind: 'words' as const,
            rules: [{ rule: match.rule, label: match.label, quotes: match.quotes }],
          },
        },
      ]
    }
    return []
  },
})

function listSenders(message: Message): MailAddress[] {
  return ['from', 'reply-to', 'sender', 'return-path'].flatMap((name) =>
    message.addresses(name).slice(0, 2),
  )
}

function findMatch(
  address: MailAddress,
  { register, knowledge }: TechniqueContext,
): RuleMatch | undefined {
  if (address.domain === '') return undefined
  const recorded = matchRecorded(address, knowledge.namingRules ?? [])
  if (recorded !== undefined) return recorded
  // Registered organisations and big services may call their machines what they like.
  if (register.ownerOf(address.organisation) !== undefined) return undefined
  if (SENDING_SERVICES.has(address.organisation)) return undefined
  return matchCelestial(address) ?? matchBoard(address)
}
