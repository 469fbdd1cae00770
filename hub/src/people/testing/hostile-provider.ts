import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A provider that says what no honest one would, written from OpenID Connect Core §2 and RFC 7515. */
export interface HostileProvider {
  readonly issuer: string
  readonly clientSecret: string
  /** What the next ID token says. */
  lie: Lie
  stop(): Promise<void>
}

export interface Lie {
  /** The nonce the hub sent. */
  readonly nonce: string
  readonly claims?: Readonly<Record<string, unknown>>
  readonly alg?: 'RS256' | 'none' | 'HS256'
  /** Signed with a key that the provider does not publish. */
  readonly isForged?: boolean
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

export async function startHostileProvider(): Promise<HostileProvider> {
  const published = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const secret = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const clientSecret = 'a secret that both sides know'
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const hostile: { lie: Lie } = { lie: { nonce: '' } }

  const toIdToken = ({ nonce, claims, alg = 'RS256', isForged = false }: Lie) => {
    const now = Math.floor(Date.now() / 1000)
    const said = {
      iss: issuer,
      aud: 'hub',
      sub: 'known',
      nonce,
      iat: now,
      exp: now + 300,
      ...claims,
    }
    const text = `${encode({ alg, kid: 'one' })}.${encode(said)}`
    const { privateKey } = isForged ? secret : published
    const signature = {
      RS256: () => sign('sha256', Buffer.from(text), privateKey).toString('base64url'),
      HS256: () => createHmac('sha256', clientSecret).update(text).digest('base64url'),
      none: () => '',
    }[alg]()
    return `${text}.${signature}`
  }
  const documents: Record<string, () => unknown> = {
    '/.well-known/openid-configuration': () => ({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      // It says itself that it signs in ways nobody should accept.
      id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
    }),
    '/jwks': () => ({
      keys: [
        { ...published.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' },
      ],
    }),
    '/token': () => ({
      access_token: 'x',
      token_type: 'Bearer',
      expires_in: 300,
      id_token: toIdToken(hostile.lie),
    }),
  }
  server.on('request', ({ url = '' }, response) => {
    const document = documents[url]?.()
    response.writeHead(document === undefined ? 404 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(document ?? {}))
  })
  return Object.assign(hostile, {
    ...{ issuer, clientSecret },
    stop: () => {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  })
}
