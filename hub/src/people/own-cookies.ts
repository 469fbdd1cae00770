interface CookieConfig {
  readonly baseUrl: string
}

/** What we keep in a browser: the session, the way to the sign-in service and back, that it was here before. */
export type OwnCookie = 'session' | 'visit' | 'browser'

/** `__Host-` binds the cookie to this host and to https (RFC 6265bis §4.1.3.2); plain http has no such promise. */
function nameOf(cookie: OwnCookie, { baseUrl }: CookieConfig): string {
  return `${baseUrl.startsWith('https:') ? '__Host-' : ''}noroshi_${cookie}`
}

/** The secret a browser sent in this cookie, if it sent exactly one that can be ours. */
export function readOwnCookie(
  headers: Headers,
  cookie: OwnCookie,
  config: CookieConfig,
): string | undefined {
  const prefix = `${nameOf(cookie, config)}=`
  const values = (headers.get('cookie') ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(prefix))
    .map((pair) => pair.slice(prefix.length))
  // A neighbouring host may plant a second cookie of the same name; which one is true cannot be told.
  return values.length === 1 && /^[\w-]{43}$/.test(values[0] ?? '') ? values[0] : undefined
}

/** `Set-Cookie` for a secret. It ends with the browser unless a time is given; the hub ends it earlier. */
export function renderOwnCookie(
  cookie: OwnCookie,
  secret: string,
  config: CookieConfig,
  lifeSeconds?: number,
): string {
  const secure = config.baseUrl.startsWith('https:') ? '; Secure' : ''
  const life = lifeSeconds === undefined ? '' : `; Max-Age=${lifeSeconds}`
  return `${nameOf(cookie, config)}=${secret}; Path=/; HttpOnly; SameSite=Strict${secure}${life}`
}

/** `Set-Cookie` that takes it from the browser. */
export function renderEndedCookie(cookie: OwnCookie, config: CookieConfig): string {
  return renderOwnCookie(cookie, '', config, 0)
}
