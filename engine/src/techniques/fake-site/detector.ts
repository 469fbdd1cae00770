import type { Bilingual } from '../../bilingual.ts'
import type { Link, Message } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import type { ImitatedDomain, RegisterIndex } from '../../register/register.ts'
import { splitDomain } from '../../register/split-domain.ts'
import { HOSTS_COMPARED_MAX } from '../reading/compared-hosts.ts'
import { isListMail } from '../reading/mail-kind.ts'
import { placeOfLink } from '../reading/places.ts'
import { isTenantPage } from '../reading/tenant-page.ts'
import { defineTechnique, type FindingDraft, type Weight } from '../technique.ts'
import { parseWebUrl, unwrapLink } from '../url/unwrap-url.ts'
import { ABUSED_SUFFIXES, toFakeSiteQueries } from './search-query.ts'

/** A member's or partner's site, copied or passed through, under another domain. */
export const fakeSite = defineTechnique({
  id: 'fake-site',
  title: { ja: '偽サイト', en: 'Copy of a genuine site' },
  about: {
    ja: '実在する組織のサイトを別のドメインに写すか、中継して（リバースプロキシ）そのまま表示し、本物と思わせる手口です。架空の会社の信用づけや、情報の入力に使われます。',
    en: 'A genuine organisation’s site is copied to another domain or passed through a reverse proxy, to lend credit to an invented company or to collect what visitors type.',
  },
  attack: ['T1583.001', 'T1656'],
  weight: 'medium',
  innocent: [
    {
      ja: '本人の組織が、国別や催し物用に別の末尾のドメインを持っていることがあります。',
      en: 'The organisation itself may own further endings for countries or events.',
    },
  ],
  blindSpots: [
    {
      ja: 'ページの中身は見ないため、名前に手掛かりのない写しは分かりません。示した検索式で人が探してください。',
      en: 'Pages are not looked at; copies under an unlike name must be searched by a person with the query shown.',
    },
    {
      ja: '登録簿にある組織と取引先だけを調べます。',
      en: 'Only organisations and partners of the register are looked for.',
    },
  ],
  advice: {
    ja: '正規のドメインかを登録済みの連絡先で確かめ、偽サイトならドメイン管理業者に停止を求めてください。',
    en: 'Ask the organisation through a known contact; have a false site taken down by its registrar.',
  },
  source: '2019Q1 §5; 2020Q2 §5',

  detect(message, { register, links }) {
    if (isListMail(message)) return []
    const found = new Map<string, FindingDraft>()
    const asked = new Set<string>()
    for (const link of links) {
      if (link.kind === 'image' || link.kind === 'resource') continue
      const url = parseWebUrl(unwrapLink(link).reached)
      if (url === undefined || asked.has(url.hostname)) continue
      if (asked.size >= HOSTS_COMPARED_MAX) break
      asked.add(url.hostname)
      const draft = judge(message, link, url.hostname, register)
      if (draft !== undefined) found.set(url.hostname, draft)
      if (found.size >= FINDINGS_MAX) break
    }
    return [...found.values()]
  },
})

const FINDINGS_MAX = 3
const ABUSED: ReadonlySet<string> = new Set(ABUSED_SUFFIXES)

function judge(
  message: Message,
  link: Link,
  hostname: string,
  register: RegisterIndex,
): FindingDraft | undefined {
  const copied = register
    .findImitated(hostname)
    .find((one) => one.relation !== 'well-known' && isWholeName(one))
  if (copied === undefined || isTenantPage(message, hostname, copied)) return undefined
  const { genuine, owner } = copied
  const how = readHow(copied, hostname)
  return {
    weight: how.weight,
    where: placeOfLink(message, link),
    say: {
      ja: `${defang(hostname)} は、${owner} の ${defang(genuine)} ${how.say.ja}`,
      en: `${defang(hostname)} ${how.say.en} ${defang(genuine)} of ${toAscii(owner) ?? 'a registered organisation'}.`,
    },
    detail: {
      kind: 'words' as const,
      rules: [
        {
          rule: 'search-query',
          label: {
            ja: 'ほかの偽サイトを探す検索式',
            en: 'search for further copies',
          },
          quotes: [...toFakeSiteQueries(owner), ...toFakeSiteQueries(genuine)],
        },
      ],
    },
  }
}

/** A copy carries the whole name; one with changed letters is a look-alike, and named there. */
function isWholeName({ edits }: ImitatedDomain): boolean {
  return edits.every(({ kind }) => kind === 'tld-changed' || kind === 'word-added')
}

function readHow(
  { edits, genuine }: ImitatedDomain,
  hostname: string,
): { readonly weight: Weight; readonly say: Bilingual } {
  if (hostname.includes(`${genuine}.`) || hostname.includes(`${genuine.replaceAll('.', '-')}.`))
    return {
      weight: 'strong',
      say: {
        ja: 'という名前全体を別のドメインの下に置いています。中継された写しかもしれません。',
        en: 'puts under another domain the whole name',
      },
    }
  const suffix = splitDomain(hostname)?.suffix ?? ''
  const isAbused = ABUSED.has(suffix.slice(suffix.lastIndexOf('.') + 1))
  const isEndingOnly = edits.every(({ kind }) => kind === 'tld-changed')
  return {
    weight: isAbused ? 'medium' : 'weak',
    say: isEndingOnly
      ? { ja: 'と同じ名前で、末尾だけが違います。', en: 'has, under another ending, the name' }
      : { ja: 'の名前に語を加えたものです。', en: 'adds a word to the name' },
  }
}

function toAscii(name: string): string | undefined {
  return /^[\x20-\x7e]+$/.test(name) ? name : undefined
}
