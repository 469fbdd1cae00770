import { limits } from '../../limits.ts'

/** Words behind which senders write the password of an archive. */
const KEYWORD =
  /パスワード|ﾊﾟｽﾜｰﾄﾞ|パスコード|解凍(?:キー|用|時)?|暗証番号|pass ?(?:word|wd|code|phrase)|\bpwd?\b|\bpass\b|密码|密碼|비밀번호|contraseña|mot de passe|kennwort|passwort/gi
/** How far behind the keyword a password is looked for: the rest of the line and the next two. */
const REACH_CHARS = 160
/** Keywords looked behind; a mail about passwords has some twenty. */
const KEYWORDS_MAX = 200
/** Passwords are typed by the victim: printable ASCII without spaces. */
const TOKEN = /[!-~]{3,64}/g

/** The word that analysts put on archives of samples everywhere. */
export const SAMPLE_PASSWORD = 'infected'

/**
 * Words in a mail that may be the password of its archive, likeliest first. Malware mail sends
 * both together, so that scanners cannot open the archive and the victim can.
 */
export function findPasswords(text: string): readonly string[] {
  const found = new Set<string>()
  let keywords = 0
  for (const { index, 0: keyword } of text.matchAll(KEYWORD)) {
    if (++keywords > KEYWORDS_MAX) break
    const start = index + keyword.length
    for (const [token] of text.slice(start, start + REACH_CHARS).matchAll(TOKEN)) {
      for (const candidate of toCandidates(token)) found.add(candidate)
      if (found.size >= limits.passwordsMax) return [...found]
    }
  }
  return [...found]
}

/** The token without quotes, brackets and sentence ends; and as it stands, for they may belong to it. */
function toCandidates(token: string): readonly string[] {
  const bare = token.replace(/^[:=("'<[{]+/, '')
  const trimmed = bare.replace(/(?<![)"'>\]},.;:!?])[)"'>\]},.;:!?]+$/, '')
  return [trimmed, bare].filter(
    (word) => word.length >= 3 && !/^(?:the|for|and|is|of|zip)$/i.test(word),
  )
}
