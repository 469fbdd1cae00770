import type { Bilingual } from '../../bilingual.ts'
import type { Link, Message } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import { isNewsletter, isReply } from '../reading/mail-kind.ts'
import { placeOfLink } from '../reading/places.ts'
import type { FindingDraft, Weight } from '../technique.ts'
import { parseWebUrl } from '../url/unwrap-url.ts'
import { findUrlDisguise, type UrlDisguise } from '../url/url-disguise.ts'

const WEIGHTS: Readonly<Record<UrlDisguise, Weight>> = {
  'user-name': 'strong',
  number: 'strong',
  'percent-host': 'medium',
  'strange-letters': 'medium',
  backslash: 'medium',
  'page-in-link': 'medium',
  'ip-address': 'weak',
}

/** A link that is written so as to pass for another. */
export function judgeDisguise(message: Message, link: Link): FindingDraft | undefined {
  if (link.kind === 'image' || link.kind === 'resource') return undefined
  const disguise = findUrlDisguise(link.url)
  if (disguise === undefined) return undefined
  if (disguise === 'ip-address' && (isNewsletter(message) || isReply(message))) return undefined
  const url = parseWebUrl(link.url)
  const host = defang(url?.hostname ?? '')
  return {
    weight: WEIGHTS[disguise],
    where: placeOfLink(message, link),
    say: describe(disguise, host, defang(decodeUser(url?.username ?? ''))),
    detail: {
      kind: 'url' as const,
      steps: [
        { role: 'seen' as const, value: link.url.slice(0, 300) },
        ...(url === undefined
          ? []
          : [{ role: 'target' as const, value: url.href.slice(0, 2_000) }]),
      ],
      tokens: [],
    },
  }
}

function decodeUser(user: string): string {
  return user.replace(/%2e/gi, '.').slice(0, 100)
}

function describe(disguise: UrlDisguise, host: string, user: string): Bilingual {
  switch (disguise) {
    case 'user-name':
      return {
        ja: `URLは ${user} で始まりますが、これは接続先ではなく、実際には ${host} につながります。`,
        en: `The address begins with ${user}, which is no host; it leads to ${host}.`,
      }
    case 'number':
      return {
        ja: `URLのホスト名が、IPアドレス ${host} を表す別の書き方の数になっています。`,
        en: `The host is a number, another way of writing the IP address ${host}.`,
      }
    case 'percent-host':
      return {
        ja: `URLのホスト名 ${host} が、パーセント符号で隠して書かれています。`,
        en: `The host name ${host} is hidden in percent signs.`,
      }
    case 'strange-letters':
      return {
        ja: `URLのホスト名 ${host} が、検査を避けるために数学記号などの特殊な文字で書かれています。`,
        en: `The host name ${host} is written in mathematical or circled letters, which filters do not read.`,
      }
    case 'backslash':
      return {
        ja: `URLのスラッシュを円記号で書き、検査を避けながら ${host} につながります。`,
        en: `Backslashes in place of slashes hide from filters that the link leads to ${host}.`,
      }
    case 'page-in-link':
      return {
        ja: 'リンクの中に、ページまたはスクリプトそのものが書き込まれています。',
        en: 'The link carries a whole page or script in itself.',
      }
    case 'ip-address':
      return {
        ja: `リンク先は、名前のないIPアドレス ${host} です。`,
        en: `The link leads to the bare IP address ${host}.`,
      }
  }
}
