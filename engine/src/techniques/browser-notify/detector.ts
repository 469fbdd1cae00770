import type { Artefact } from '../../evidence/artefact.ts'
import type { Message } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import { isListMail, isNewsletter } from '../reading/mail-kind.ts'
import { placeOfArtefact, placeOfLink } from '../reading/places.ts'
import { toVisibleName } from '../reading/visible-name.ts'
import { defineTechnique, type FindingDraft } from '../technique.ts'
import { parseWebUrl, unwrapLink } from '../url/unwrap-url.ts'

/** The reader is talked into letting a site show notifications, which then look like warnings. */
export const browserNotify = defineTechnique({
  id: 'browser-notify',
  title: { ja: 'ブラウザ通知の悪用', en: 'Browser notification abuse' },
  about: {
    ja: 'サイトの通知を許可させ、後からウイルス感染や契約切れを示す偽の警告をブラウザの通知として表示し、別の不審なサイトへ誘導する手口です。',
    en: 'A site gets permission to show notifications and later uses it for false warnings of viruses or expired licences that lead to further sites.',
  },
  attack: ['T1566.002', 'T1204.001'],
  weight: 'medium',
  innocent: [
    {
      ja: '社内の連絡ツールや予約サイトが、通知の許可を案内することがあります。',
      en: 'Chat tools and booking sites explain how to allow their notifications.',
    },
  ],
  blindSpots: [
    {
      ja: 'リンク先のページは開かないため、文面や添付ファイル、URLに手掛かりがない場合は分かりません。',
      en: 'Pages are never opened; without a trace in text, attachment or link nothing is seen.',
    },
  ],
  advice: {
    ja: '見覚えのないサイトの通知は許可せず、許可した場合はブラウザの設定で取り消してください。',
    en: 'Do not allow notifications of unknown sites; withdraw permissions in the browser’s settings.',
  },
  source: '2022Q4 §2.2',

  detect(message, { artefacts, links }) {
    if (isListMail(message)) return []
    const file = artefacts.find(asksForPermission)
    const inFile = file === undefined ? [] : [sayFile(message, file)]
    const shaped = links.find(({ kind, url }) => kind !== 'image' && isPushPage(url))
    const asks = ALLOW.test(message.shownText.slice(0, TEXT_CHARS_MAX))
    const leading = shaped ?? (asks ? links.find(isClickable) : undefined)
    if (leading === undefined || isNewsletter(message)) return inFile
    const host = defang(parseWebUrl(unwrapLink(leading).reached)?.hostname ?? '')
    const weight = asks ? ('medium' as const) : ('weak' as const)
    return [
      ...inFile,
      {
        weight,
        where: placeOfLink(message, leading),
        say: asks
          ? {
              ja: `通知の「許可」を押すよう求め、${host} へ誘導しています。`,
              en: `The mail asks to allow notifications and leads to ${host}.`,
            }
          : {
              ja: `リンク先 ${host} のURLは、通知の許可を求めるページの形をしています。`,
              en: `The link to ${host} has the form of a page that asks to allow notifications.`,
            },
      },
    ]
  },
})

const TEXT_CHARS_MAX = 20_000

/** Told to press the browser's own button. */
const ALLOW =
  /(?:通知[^\n。]{0,12}|[「『"“]?)許可[」』"”]?(?:する)?(?:を|ボタンを|を選択|をクリック|をタップ)[^\n。]{0,8}(?:押|クリック|タップ|選択)|通知を(?:許可|有効)に?し(?:て|、)|\b(?:click|press|tap|hit|choose)\s{1,3}(?:on\s)?["“'‘]?allow["”'’]?(?:\s|[.,!]|$)|\b(?:allow|enable|turn on)\s(?:browser\s|push\s|web\s)?notifications?\b/i

/** Path and host forms of pages that do nothing but ask for the permission. */
const PUSH_PAGE =
  /(?:click|press|tap)-?(?:to-)?allow|allow-?(?:notif|push)|notif(?:y|ication)s?-?(?:allow|permission|subscribe)|push-?(?:allow|subscribe|permission)|not-?a?-?robot[^/]{0,20}allow|robot-?(?:check|captcha)-?allow/i

function isPushPage(address: string): boolean {
  if (!/allow|permission|subscribe/i.test(address)) return false
  const url = parseWebUrl(address)
  return url !== undefined && PUSH_PAGE.test(`${url.hostname}${url.pathname}`)
}

function isClickable({ kind, url }: { readonly kind: string; readonly url: string }): boolean {
  return (kind === 'anchor' || kind === 'bare') && parseWebUrl(url) !== undefined
}

const HTML_BYTES_MAX = 1_000_000

/** The Notifications and Push APIs by name (WHATWG Notifications §3.2, W3C Push API §8). */
function asksForPermission({ type, content, kind }: Artefact): boolean {
  if (kind === 'mail' || kind === 'text' || content === undefined) return false
  if (!/html|svg|javascript/.test(type) || content.length > HTML_BYTES_MAX) return false
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length)
  return bytes.includes('requestPermission') || bytes.includes('pushManager.subscribe')
}

function sayFile(message: Message, file: Artefact): FindingDraft {
  const name = toVisibleName(file)
  return {
    weight: 'strong',
    where: placeOfArtefact(message, file),
    say: {
      ja: `添付 ${name} は、開くとブラウザに通知の許可を求めます。`,
      en: `Attachment ${name} asks the browser for permission to show notifications.`,
    },
  }
}
