import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** The `oidc-provider` of the OpenID certification list on loopback, with one registered hub. */
export interface RealProvider {
  readonly issuer: string
  readonly clientSecret: string
  /** Signs in as this account and follows the redirects until they lead back to the hub. */
  walk(url: string, account: Account): Promise<Record<string, string>>
  /** Whoever comes by a browser of their own from now on is signed in as this account. */
  expect(account: Account): void
  stop(): Promise<void>
}

export interface Account {
  readonly subject: string
  /** What the account claims as its mail address, verified or not. */
  readonly email?: string
  /** How it signed in there. */
  readonly amr?: readonly string[]
}

export async function startRealProvider(redirectUri: string): Promise<RealProvider> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const clientSecret = randomBytes(24).toString('hex')
  let visitor: Account = { subject: 'nobody' }

  const provider = new Provider(issuer, {
    clients: [{ client_id: 'hub', client_secret: clientSecret, redirect_uris: [redirectUri] }],
    cookies: { keys: [randomBytes(16).toString('hex')] },
    pkce: { required: () => true },
    interactions: { url: (_, { uid }) => `/walk/${uid}` },
    features: { devInteractions: { enabled: false } },
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, email: visitor.email, email_verified: true }),
    }),
    claims: { openid: ['sub', 'email', 'email_verified', 'amr'] },
    conformIdTokenClaims: false,
    ttl: {
      AccessToken: 60,
      AuthorizationCode: 60,
      Grant: 60,
      IdToken: 60,
      Interaction: 60,
      Session: 60,
    },
    async loadExistingGrant(context) {
      const { client, session } = context.oidc
      const grant = new provider.Grant({
        clientId: client?.clientId ?? '',
        accountId: session?.accountId ?? '',
      })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/walk/')) return void answer(request, response)
    const login = { accountId: visitor.subject, amr: [...(visitor.amr ?? ['pwd'])] }
    void provider.interactionFinished(request, response, { login })
  })
  return {
    ...{ issuer, clientSecret },
    async walk(url, account) {
      visitor = account
      return followRedirects(url, redirectUri)
    },
    expect: (account) => {
      visitor = account
    },
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** A browser of few words: keeps cookies and follows redirects until one leads back to the hub. */
async function followRedirects(
  start: string,
  redirectUri: string,
): Promise<Record<string, string>> {
  const jar = new Map<string, string>()
  let url = start
  for (let hops = 0; hops < 10; hops += 1) {
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ')
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? []
      jar.set(name, value)
    }
    const location = answer.headers.get('location')
    if (location === null) throw new Error(`${url} answered ${answer.status}.`)
    url = new URL(location, url).href
    if (url.startsWith(redirectUri)) return Object.fromEntries(new URL(url).searchParams)
  }
  throw new Error('The provider never led back.')
}
