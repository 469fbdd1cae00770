import { toOrganisation } from '../../evidence/headers/organisation.ts'
import { toNetworkUrl } from '../../evidence/links/to-network-url.ts'
import type { Link, Message } from '../../evidence/message.ts'
import { isPrivateHost } from '../../is-private-host.ts'
import { defang } from '../../refang.ts'
import { isListMail } from '../reading/mail-kind.ts'
import { placeOfLink } from '../reading/places.ts'
import { listRecipients } from '../reading/recipients.ts'
import { defineTechnique, type FindingDraft, type TechniqueContext } from '../technique.ts'
import { parseHostUrl } from '../url/unwrap-url.ts'

/** A link by which Windows signs in at somebody else's server, or which hands a far file to a program. */
export const shareLink = defineTechnique({
  id: 'share-link',
  title: { ja: '外部の共有フォルダーへのリンク', en: 'Link to a share outside' },
  about: {
    ja: 'file: や \\\\ で始まる共有フォルダーへのリンク、画像、またはプログラムに遠くのファイルを渡すリンク（search-ms: など）で、攻撃者のサーバに接続させる手口です。Windowsは接続のときに利用者の認証情報（NTLM）を送り、ショートカットや文書がエクスプローラーの中の手元のファイルのように見えます。',
    en: 'A link or a picture that starts with file: or \\\\, or a link that hands a far file to a program (search-ms: and the like), makes the computer connect to a server of the attacker. Windows sends the credentials of the user there (NTLM), and files on it look like files at hand.',
  },
  attack: ['T1187', 'T1204.001', 'T1566.002'],
  weight: 'strong',
  innocent: [
    {
      ja: '取引先が自社のファイルサーバの場所を、そのまま書いて送ることがあります。',
      en: 'A partner may paste the place of a file on a server of its own.',
    },
  ],
  blindSpots: [
    {
      ja: '点のないホスト名と、受信者や登録された組織のホスト名は、社内の共有フォルダーとみなします。',
      en: 'Hosts without a dot, and those of the recipient and of registered organisations, count as shares inside.',
    },
  ],
  advice: {
    ja: 'リンクを開かず、社内から外部への445番ポートとWebDAVの通信が遮断されているかを確かめてください。開いた場合は、パスワードを変更してください。',
    en: 'Do not open it, and see to it that port 445 and WebDAV to the outside are blocked. Whoever opened it changes the password.',
  },
  source: 'ATT&CK T1187',

  detect(message, context) {
    if (isListMail(message)) return []
    const found = new Map<string, FindingDraft>()
    for (const link of message.links) {
      const host = readShare(link, message, context)
      if (host === undefined || found.has(host)) continue
      found.set(host, toFinding(message, link, host))
      if (found.size >= FINDINGS_MAX) break
    }
    return [...found.values()]
  },
})

const FINDINGS_MAX = 3

/** Shares in all spellings, and schemes by which Windows opens a far folder or file. */
const SHARE =
  /^(?:file:|smb:|cifs:|davs?:|[\\¥￥]{2}|search(?:-ms)?:|ms-(?!settings)[a-z-]{2,30}:)/iu

function readShare(
  { url }: Link,
  message: Message,
  { register }: TechniqueContext,
): string | undefined {
  if (!SHARE.test(url)) return undefined
  const host = parseHostUrl(toNetworkUrl(url) ?? '')?.hostname.toLowerCase()
  if (host === undefined || isPrivateHost(host)) return undefined
  const organisation = toOrganisation(host)
  const isKnown =
    register.ownerOf(organisation) !== undefined ||
    listRecipients(message, register).organisations.has(organisation)
  return isKnown ? undefined : host
}

function toFinding(message: Message, link: Link, host: string): FindingDraft {
  const loadsAlone = link.kind === 'image' || link.kind === 'resource'
  const shown = defang(host)
  return {
    where: placeOfLink(message, link),
    say: {
      ja: loadsAlone
        ? `メールを開くだけで、外部の共有フォルダー ${shown} に接続させる画像があります。`
        : `外部のサーバ ${shown} の共有フォルダーまたはファイルを開かせるリンクがあります。`,
      en: loadsAlone
        ? `A picture connects to the share ${shown} outside as soon as the mail is opened.`
        : `A link opens a folder or file on the server ${shown} outside.`,
    },
    detail: {
      kind: 'url',
      steps: [{ role: 'target', value: toNetworkUrl(link.url) ?? link.url }],
      tokens: [],
    },
  }
}
