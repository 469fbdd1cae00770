interface CookieConfig {
  readonly baseUrl: string
}

/** `__Host-` binds the cookie to this host and to https (RFC 6265bis §4.1.3.2); plain http has no such promise. */
function nameOf({ baseUrl }: CookieConfig): string {
  return baseUrl.startsWith('https:') ? '__Host-noroshi_session' : 'noroshi_session'
}

/** The session token a browser sent, if it sent exactly one that can be ours. */
export function readSessionCookie(headers: Headers, config: CookieConfig): string | undefined {
  const prefix = `${nameOf(config)}=`
  const values = (headers.get('cookie') ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(prefix))
    .map((pair) => pair.slice(prefix.length))
  // A neighbouring host may plant a second cookie of the same name; which one is true cannot be told.
  return values.length === 1 && /^[\w-]{43}$/.test(values[0] ?? '') ? values[0] : undefined
}

/** `Set-Cookie` for a new session. It ends with the browser; the hub ends it earlier. */
export function renderSessionCookie(token: string, config: CookieConfig): string {
  const secure = config.baseUrl.startsWith('https:') ? '; Secure' : ''
  return `${nameOf(config)}=${token}; Path=/; HttpOnly; SameSite=Strict${secure}`
}

/** `Set-Cookie` that takes the session from the browser. */
export function renderEndedCookie(config: CookieConfig): string {
  return `${renderSessionCookie('', config)}; Max-Age=0`
}
