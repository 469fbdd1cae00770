import type { TokenCreated } from 'contract/people'
import type { CreateTokenRequest } from 'contract/people'
import type { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { dayInJapan } from '../clock.ts'
import type { Db } from '../database/db.ts'
import type { Hub } from '../hub.ts'
import { newId, newSecret } from '../ids.ts'
import { Refusal } from '../refusals.ts'
import { loadOrganisation, type PersonActor, type TokenActor } from './actor.ts'
import {
  findLiveToken,
  listTokens,
  revokeToken,
  saveToken,
  saveTokenUsed,
} from './api-tokens.queries.ts'
import { hashSecret } from './hash-secret.ts'
import { lockOwnAccount } from './lock-own-account.ts'
import { TOKENS_PER_ORGANISATION_MAX } from './limits.ts'
import { lockPeopleOf } from './own-people.queries.ts'

// A prefix lets secret scanners find a token that was pasted somewhere.
const FORM = /^(?:Bearer|Token) +(noroshi_[\w-]{43})$/i
const DAY_MS = 24 * 3_600_000

/** The machine behind an `Authorization` header, or nothing when the token may not be used. */
export async function findTokenActor(hub: Hub, header: string): Promise<TokenActor | undefined> {
  const secret = FORM.exec(header)?.[1] ?? basicPassword(header)
  if (secret === undefined) return undefined
  const now = hub.clock.now()
  const token = await hub.database.inStaff({}, async (db) => {
    const found = await findLiveToken(db, { tokenHash: hashSecret(secret), now })
    const today = dayInJapan(now)
    if (found !== undefined && found.lastUsedOn !== today) {
      await saveTokenUsed(db, found.tokenId, today)
    }
    return found
  })
  if (token === undefined) return undefined
  return {
    kind: 'token',
    audit: `token:${token.tokenId}`,
    tokenId: token.tokenId,
    personId: undefined,
    organisationId: token.organisationId,
    language: 'ja',
    roles: [],
    scopes: token.scopes,
  }
}

/** TAXII clients know HTTP Basic only (TAXII 2.1 §3.2); the token is then the password, under any name. */
function basicPassword(header: string): string | undefined {
  const encoded = /^Basic +([\w+/]+=*)$/i.exec(header)?.[1]
  if (encoded === undefined) return undefined
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const password = text.slice(text.indexOf(':') + 1)
  return /^noroshi_[\w-]{43}$/.test(password) ? password : undefined
}

/** Makes a token for a machine of the contact's own organisation. */
export async function createToken(
  db: Db,
  actor: PersonActor,
  request: z.output<typeof CreateTokenRequest>,
  now: Date,
): Promise<z.input<typeof TokenCreated>> {
  const organisationId = loadOrganisation(actor)
  // Of many at once each counts those before it; the people of one organisation take turns.
  await lockPeopleOf(db, organisationId)
  await lockOwnAccount(db, actor)
  const live = (await listTokens(db, organisationId)).filter(
    (token) => token.revokedAt === undefined,
  )
  if (live.length >= TOKENS_PER_ORGANISATION_MAX) throw new Refusal('conflict')

  const tokenId = newId()
  const token = `noroshi_${newSecret()}`
  const expiresAt = new Date(now.getTime() + request.days * DAY_MS)
  await saveToken(db, {
    ...{ tokenId, organisationId, now, expiresAt },
    tokenHash: hashSecret(token),
    name: request.name,
    scopes: [...new Set(request.scopes)],
    createdBy: actor.personId,
  })
  await recordAudit(db, {
    actor,
    action: 'token-created',
    subject: `token:${tokenId}`,
    detail: { organisation: organisationId, scopes: request.scopes },
  })
  return { tokenId, token, expiresOn: dayInJapan(expiresAt) }
}

/** Ends a token at once. One of another organisation is not found. */
export async function endToken(
  db: Db,
  actor: PersonActor,
  tokenId: string,
  now: Date,
): Promise<void> {
  const organisationId = loadOrganisation(actor)
  if ((await revokeToken(db, { tokenId, organisationId, now })) === 0)
    throw new Refusal('not-found')
  await recordAudit(db, { actor, action: 'token-revoked', subject: `token:${tokenId}` })
}
