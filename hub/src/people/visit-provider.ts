import type { PersonId } from 'contract/common'
import type { FinishVisitRequest } from 'contract/people'
import * as oidc from 'openid-client'
import type { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { SignInService } from '../config.ts'
import type { Hub } from '../hub.ts'
import { newSecret } from '../ids.ts'
import { nameOf } from '../log-error.ts'
import { writeLog } from '../log.ts'
import { Refusal } from '../refusals.ts'
import { NOBODY } from './actor.ts'
import { hashSecret } from './hash-secret.ts'
import { PROVIDER_VISIT_MS_MAX, STEP_UP_MS_MAX } from './limits.ts'
import { saveProviderVisit, spendProviderVisit } from './linked-identity.queries.ts'
import { isServiceAway, openSignInService } from './open-sign-in-service.ts'

/** Path the provider sends the browser back to: a page, which hands what it got to the hub by POST. */
const RETURN_PATH = '/sign-in/return'

/** Who somebody is at the provider, and whether they gave it a second factor. */
export interface ProvidersWord {
  readonly fingerprint: string
  readonly isSecondFactor: boolean
  /** When they gave it what it asks for: its own session may be days old. What it does not say was long ago. */
  readonly provedAt: Date
}

/**
 * Begins the way to the provider (OpenID Connect Core §3.1, with PKCE, RFC 7636). Returns its address, and the secret
 * that binds the return to this browser: without it an attacker could sign a victim in as somebody else.
 */
export async function startVisit(
  hub: Hub,
  personId: PersonId | undefined,
  now: Date,
): Promise<{ url: string; browserSecret: string }> {
  const service = loadService(hub)
  const configuration = await open(service)
  const [state, nonce, browserSecret] = [newSecret(), newSecret(), newSecret()]
  const codeVerifier = oidc.randomPKCECodeVerifier()
  const expiresAt = new Date(now.getTime() + PROVIDER_VISIT_MS_MAX)
  const hashes = { stateHash: hashSecret(state), browserHash: hashSecret(browserSecret) }
  const visit = { ...hashes, nonce, codeVerifier, personId }
  await hub.database.inStaff({}, (db) => saveProviderVisit(db, visit, { now, expiresAt }))
  const url = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: `${hub.config.baseUrl}${RETURN_PATH}`,
    // No more than who it is: neither name nor mail address is wanted, so none can be believed.
    scope: 'openid',
    ...{ state, nonce },
    code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    // Where its second factor counts here it is to ask for it anew, and has to say when it did (Core §3.1.2.1).
    ...(service.secondFactor.length > 0 && { max_age: String(STEP_UP_MS_MAX / 1000) }),
  })
  return { url: url.href, browserSecret }
}

export interface VisitReturn extends z.output<typeof FinishVisitRequest> {
  readonly browserSecret: string | undefined
  /** Who began the visit to link an identity; absent when somebody signs in. */
  readonly personId: PersonId | undefined
  readonly now: Date
}

/** Ends the way: exchanges the code and checks all that the standard says of the ID token (Core §3.1.3.7). */
export async function finishVisit(
  hub: Hub,
  { code, state, iss, browserSecret, personId, now }: VisitReturn,
): Promise<ProvidersWord> {
  const service = loadService(hub)
  const hashes = { stateHash: hashSecret(state), browserHash: hashSecret(browserSecret ?? '') }
  const visit = await hub.database.inStaff({}, (db) =>
    spendProviderVisit(db, { ...hashes, personId }, now),
  )
  if (visit === undefined) return refuse(hub, 'unknown-state')
  const configuration = await open(service)
  const came = new URL(`${hub.config.baseUrl}${RETURN_PATH}`)
  came.search = new URLSearchParams({ code, state, ...(iss !== undefined && { iss }) }).toString()
  const claims = await oidc
    .authorizationCodeGrant(configuration, came, {
      pkceCodeVerifier: visit.codeVerifier,
      expectedNonce: visit.nonce,
      expectedState: state,
      idTokenExpected: true,
    })
    .then((tokens) => tokens.claims())
    .catch((error: unknown) =>
      isServiceAway(error) ? refuseAway(error) : refuse(hub, codeOf(error)),
    )
  if (claims === undefined) return refuse(hub, 'no-id-token')
  // The library looks at it only where there is more than one audience; it says for whom the token was made.
  const { azp } = claims
  if (azp !== undefined && azp !== service.clientId) return refuse(hub, 'other-authorized-party')
  return {
    fingerprint: hub.secrets.fingerprint('provider', JSON.stringify([claims.iss, claims.sub])),
    isSecondFactor: isSecondFactor(service, claims),
    provedAt: new Date(Math.min((claims.auth_time ?? 0) * 1000, now.getTime())),
  }
}

function isSecondFactor({ secondFactor }: SignInService, { amr, acr }: oidc.IDToken): boolean {
  const said: unknown[] = [...(Array.isArray(amr) ? amr : []), acr]
  return secondFactor.some((value) => said.includes(value))
}

function loadService(hub: Hub): SignInService {
  if (hub.config.signInService === undefined) throw new Refusal('not-found')
  return hub.config.signInService
}

const open = (service: SignInService): Promise<oidc.Configuration> =>
  openSignInService(service).catch(refuseAway)

function refuseAway(cause: unknown): never {
  writeLog('warning', 'sign-in-service-away', { error: nameOf(cause) })
  throw new Refusal('sign-in-service-away', { cause })
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : 'unknown'
}

/** One answer for every reason; the log says which check failed, in the library's words for it. */
async function refuse(hub: Hub, reason: string): Promise<never> {
  await hub.database.inStaff({}, (db) =>
    recordAudit(db, {
      actor: NOBODY,
      action: 'sign-in-failed',
      subject: 'hub:sign-in-service',
      detail: { reason: reason.slice(0, 60) },
    }),
  )
  throw new Refusal('sign-in-failed')
}
