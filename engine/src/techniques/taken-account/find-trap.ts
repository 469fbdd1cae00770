import type { Artefact } from '../../evidence/artefact.ts'
import type { Link, MailAddress, Message } from '../../evidence/message.ts'
import { splitDomain } from '../../register/split-domain.ts'
import { isRelated } from '../reading/relations.ts'
import type { TechniqueContext } from '../technique.ts'
import { parseWebUrl } from '../url/unwrap-url.ts'

/** What makes an authenticated mail a trap, as the rest of a sentence. */
export interface Trap {
  readonly ja: string
  readonly en: string
  readonly link?: Link
}

/** A sign-in lure with a link that leaves the sender's organisation, or a file that acts. */
export function findTrap(
  message: Message,
  from: MailAddress,
  { artefacts, links, register }: TechniqueContext,
): Trap | undefined {
  const file = artefacts.find(isActing)
  if (file !== undefined)
    return {
      ja: '開くと動作する添付ファイルを送っています',
      en: 'carries a file that acts when it is opened',
    }
  const link = links.slice(0, LINKS_MAX).find(({ kind, url }) => {
    if (!CLICKED.has(kind)) return false
    const host = parseWebUrl(url)?.hostname
    const organisation = host === undefined ? undefined : splitDomain(host)?.organisation
    return organisation !== undefined && !isRelated(organisation, from.organisation, register)
  })
  if (link === undefined) return undefined
  const text = `${message.subject}\n${message.shownText.slice(0, TEXT_CHARS_MAX)}`.normalize('NFKC')
  const lure = LURE.exec(text)?.[0]
  if (lure === undefined) return undefined
  const quote = lure.replace(/\s+/g, ' ').slice(0, 60)
  return {
    link,
    ja: `「${quote}」と書いて外部のページへ誘導しています`,
    en: `leads to an outside page with the words “${quote}”`,
  }
}

const LINKS_MAX = 200
const TEXT_CHARS_MAX = 10_000
const CLICKED: ReadonlySet<Link['kind']> = new Set([
  'anchor',
  'bare',
  'form',
  'redirect',
  'document',
  'qr',
])

/** Signs that no business document needs; a plain macro or link is not among them. */
const ACTING = new Set([
  'html-password-field',
  'html-smuggling',
  'vba-auto-run',
  'remote-template',
  'equation-object',
  'executable',
  'script-download',
  'script-execution',
  'shortcut-command',
  'encoded-executable',
  'encoded-powershell',
])

function isActing({ reading }: Artefact): boolean {
  return reading?.signs.some(({ kind }) => ACTING.has(kind)) === true
}

/** Asking for a sign-in, or showing a file that can only be seen behind one. */
const LURE =
  /(?:アカウント|パスワード|メールボックス|サインイン|ログイン|本人確認)[^\n。]{0,30}(?:確認|更新|再設定|停止|失効|期限|必要|してください)|(?:共有|暗号化|保護)された(?:ファイル|文書|ドキュメント|メッセージ)|(?:ファイル|文書|ドキュメント)[^\n。]{0,20}(?:共有されました|共有しました|受信しました)|\b(?:verify|confirm|validate|update|reactivate|unlock) (?:your|the) (?:account|identity|mailbox|e-?mail|password)\b|\bpassword[^\n.]{0,30}expir|\b(?:sign|log)[- ]?in (?:to|with|using) (?:your|view|access|office|microsoft|read)|\b(?:secure|encrypted|protected|shared) (?:message|document|file|fax|pdf)\b|\b(?:shared|sent) (?:a|an|the|some) (?:secure |new |important )?(?:document|file|folder)s?\b|\b(?:view|open|access|review) (?:the )?(?:shared |secure |protected )?(?:document|file|message)s? (?:here|below|online)/i
