import type { Link, Message } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import { splitDomain } from '../../register/split-domain.ts'
import { placeOfLink } from '../reading/places.ts'
import { listRecipients } from '../reading/recipients.ts'
import { isRelated } from '../reading/relations.ts'
import {
  defineTechnique,
  type FindingDraft,
  type TechniqueContext,
  type Weight,
} from '../technique.ts'
import { findLogoDomain } from './logo-services.ts'

/** A logo that the sender does not own, fetched from a service that has everybody's. */
export const remoteLogo = defineTechnique({
  id: 'remote-logo',
  title: { ja: '外部から読み込むロゴ', en: 'Logo fetched by domain' },
  about: {
    ja: '企業のドメイン名を渡すとロゴ画像を返す外部サービスを使い、受信者の組織などのロゴをメールに表示する手口です。同じ文面の宛先を変えるだけで、どの組織にも内部の通知のように見せられます。',
    en: 'A service that returns a company’s logo for its domain name puts the victim’s own logo into the mail. One template looks like internal mail to every organisation.',
  },
  attack: ['T1566.002', 'T1656'],
  weight: 'medium',
  innocent: [
    {
      ja: '名刺管理や採用などのサービスが、相手企業のロゴを同じ方法で表示することがあります。',
      en: 'Contact, recruiting and sales tools show company logos in the same way.',
    },
  ],
  blindSpots: [
    {
      ja: '攻撃者が自分のサーバに置いたロゴや、メールに同梱したロゴは分かりません。',
      en: 'Logos kept on the attacker’s own server or inside the mail are not seen.',
    },
  ],
  advice: {
    ja: 'ロゴは誰でも表示できます。差出人のアドレスとリンク先を確かめてください。',
    en: 'Anybody can show a logo; check the sender’s address and where links lead.',
  },
  source: '2022Q4 §3.2',

  detect(message, context) {
    const found = new Map<string, FindingDraft>()
    for (const link of context.links) {
      if (link.kind !== 'image' && link.kind !== 'resource') continue
      const domain = findLogoDomain(link.url)
      if (domain === undefined || found.has(domain)) continue
      const draft = judge(message, link, domain, context)
      if (draft !== undefined) found.set(domain, draft)
      if (found.size >= FINDINGS_MAX) break
    }
    return [...found.values()]
  },
})

const FINDINGS_MAX = 3

function judge(
  message: Message,
  link: Link,
  domain: string,
  { register }: TechniqueContext,
): FindingDraft | undefined {
  const organisation = splitDomain(domain)?.organisation ?? domain
  if (isRelated(message.from?.organisation ?? '', organisation, register)) return undefined
  const isRecipients = listRecipients(message, register).organisations.has(organisation)
  const owner = register.ownerOf(organisation)
  const weight: Weight = isRecipients
    ? 'strong'
    : owner === undefined || owner.relation === 'well-known'
      ? 'weak'
      : 'medium'
  const whose = isRecipients
    ? { ja: '受信した組織', en: 'the receiving organisation' }
    : { ja: '差出人と別の組織', en: 'an organisation other than the sender’s' }
  return {
    weight,
    where: placeOfLink(message, link),
    say: {
      ja: `${whose.ja} ${defang(domain)} のロゴを、ドメイン名で検索する外部サービスから読み込んでいます。`,
      en: `The logo of ${whose.en}, ${defang(domain)}, is fetched from an outside service by its domain name.`,
    },
    detail: {
      kind: 'url' as const,
      steps: [{ role: 'target' as const, value: link.url.slice(0, 2_000) }],
      tokens: [{ raw: domain, decoded: domain, encoding: 'plain' }],
    },
  }
}
