import type { Message } from '../../evidence/message.ts'
import { memoise } from './memoise.ts'

/** Characters of the text read; a lure stands where it is read first. */
const TEXT_CHARS_MAX = 10_000

const SIGN_IN =
  /(?:パスワード|アカウント|メールボックス|サインイン|ログイン|認証|本人確認)[^\n。]{0,24}(?:期限|失効|停止|制限|確認|更新|再設定|ロック|容量|凍結|無効|必要)|(?:サインイン|ログイン)して|\b(?:verify|confirm|validate|update|reactivate|unlock|keep) (?:your|the|same|my) (?:\w+ )?(?:account|identity|mailbox|e-?mail|password|credentials?)\b|\b(?:password|account|mailbox|storage|quota)\b[^\n.]{0,40}\b(?:expir\w+|suspend\w*|limit\w*|full|deactivat\w+|terminat\w+|locked|blocked)|\bsign[- ]?in (?:to|with|here)|\blog[- ]?in (?:to|with|here)|\bquarantined? (?:e-?mails?|messages?)/i

/** Whether a mail asks its reader to sign in or to save an account: what credential pages need. */
export const asksToSignIn = memoise((message: Message): { readonly isSo: boolean } => ({
  isSo: SIGN_IN.test(`${message.subject}\n${message.shownText.slice(0, TEXT_CHARS_MAX)}`),
}))
