import { readFileSync, statSync } from 'node:fs'
import * as oidc from 'openid-client'
import { type SignInService, UnfitSettings } from '../config.ts'
import { SIGN_IN_SERVICE_BYTES_MAX, SIGN_IN_SERVICE_MS_MAX } from './limits.ts'

/** The provider did not answer, or answered that it cannot. */
class ServiceAway extends Error {
  override readonly name = 'ServiceAway'
}

/** Whether it was the provider's absence that made this fail. The library wraps what its `fetch` throws. */
export function isServiceAway(error: unknown): boolean {
  if (error instanceof ServiceAway) return true
  return error instanceof Error && error.cause !== undefined && isServiceAway(error.cause)
}

const opened = new WeakMap<SignInService, Promise<oidc.Configuration>>()

/**
 * The OpenID provider, found by its discovery document when it is first needed, so that a provider that is away
 * keeps no hub from starting. With the mail relay it is all the hub ever calls, and only at the configured issuer's word.
 */
export function openSignInService(service: SignInService): Promise<oidc.Configuration> {
  const known = opened.get(service)
  if (known !== undefined) return known
  const opening = discover(service)
  opened.set(service, opening)
  // The next one who signs in tries again.
  opening.catch(() => opened.delete(service))
  return opening
}

async function discover({
  issuer,
  clientId,
  clientSecretFile,
}: SignInService): Promise<oidc.Configuration> {
  const isPlain = issuer.startsWith('http:')
  const configuration = await oidc.discovery(
    new URL(issuer),
    clientId,
    undefined,
    oidc.ClientSecretBasic(loadClientSecret(clientSecretFile)),
    {
      timeout: SIGN_IN_SERVICE_MS_MAX / 1000,
      [oidc.customFetch]: (url, options) => fetchFromProvider(url, options, isPlain),
      // Only for a provider on this very machine; see `toSignInService` in config.ts.
      ...(isPlain && { execute: [oidc.allowInsecureRequests] }),
    },
  )
  // The signature of the ID token is checked too, though it came over TLS: a token without one (alg none) or signed
  // with a secret both sides know (HS256) is not the provider's word.
  oidc.enableNonRepudiationChecks(configuration)
  return configuration
}

/** Asks the provider. Its document may not lead elsewhere than to https, or to loopback from loopback. */
async function fetchFromProvider(
  url: string,
  options: oidc.CustomFetchOptions,
  isPlain: boolean,
): Promise<Response> {
  const { protocol, hostname } = new URL(url)
  const isLoopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname)
  if (protocol !== 'https:' && !(isPlain && isLoopback)) throw new TypeError('No https address.')
  const answer = await fetch(url, { ...options, redirect: 'manual' } as RequestInit).catch(
    (cause: unknown) => {
      throw new ServiceAway('No answer.', { cause })
    },
  )
  if (answer.status >= 500) throw new ServiceAway(`It answered ${answer.status}.`)
  const bytes = await readAnswer(answer)
  return new Response(bytes, { status: answer.status, headers: answer.headers })
}

async function readAnswer(answer: Response): Promise<Buffer<ArrayBuffer> | null> {
  if (answer.body === null) return null
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  for await (const chunk of answer.body) {
    sizeBytes += chunk.byteLength
    if (sizeBytes > SIGN_IN_SERVICE_BYTES_MAX) throw new TypeError('The answer is too large.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function loadClientSecret(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) throw new UnfitSettings(`There is no client secret at ${path}.`)
  if (process.platform !== 'win32' && (stat.mode & 0o077) !== 0) {
    throw new UnfitSettings(`Others can read the client secret. Run: chmod 600 ${path}`)
  }
  return readFileSync(path, 'utf8').trim()
}
