import { Day, OrganisationId, type PersonId } from 'contract/common'
import { TokenScope } from 'contract/people'
import { z } from 'zod'
import { type Db, sql } from '../database/db.ts'
import { findRow, findRows, runSql } from '../database/query.ts'

const LiveToken = z.object({
  tokenId: z.uuid(),
  organisationId: OrganisationId,
  scopes: z.array(TokenScope),
  lastUsedOn: Day.optional(),
})

/** The token of this hash if it may still be used. It ends with its maker's account and with its maker's role. */
export function findLiveToken(
  db: Db,
  { tokenHash, now }: { tokenHash: string; now: Date },
): Promise<z.infer<typeof LiveToken> | undefined> {
  return findRow(
    db,
    LiveToken,
    sql`select t.id as token_id, t.organisation_id, t.scopes, t.last_used_on
          from noroshi.api_token t join noroshi.person p on p.id = t.created_by
         where t.token_hash = ${tokenHash} and t.revoked_at is null and t.expires_at > ${now}
           and p.disabled_at is null and p.organisation_id = t.organisation_id
           and 'member-contact' = any (p.roles)`,
  )
}

export async function saveTokenUsed(db: Db, tokenId: string, day: string): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.api_token set last_used_on = ${day}::date where id = ${tokenId}`,
  )
}

const TokenRecord = z.object({
  tokenId: z.uuid(),
  name: z.string(),
  scopes: z.array(TokenScope),
  createdAt: z.date(),
  expiresAt: z.date(),
  lastUsedOn: Day.optional(),
  revokedAt: z.date().optional(),
})
export type TokenRecord = z.infer<typeof TokenRecord>

export function listTokens(db: Db, organisationId: OrganisationId): Promise<TokenRecord[]> {
  return findRows(
    db,
    TokenRecord,
    sql`select id as token_id, name, scopes, created_at, expires_at, last_used_on, revoked_at
          from noroshi.api_token where organisation_id = ${organisationId}
         order by created_at desc, id limit 500`,
  )
}

export async function saveToken(
  db: Db,
  token: {
    tokenId: string
    tokenHash: string
    organisationId: OrganisationId
    name: string
    scopes: readonly TokenScope[]
    createdBy: PersonId
    now: Date
    expiresAt: Date
  },
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.api_token (id, token_hash, organisation_id, name, scopes, created_by, created_at, expires_at)
        values (${token.tokenId}, ${token.tokenHash}, ${token.organisationId}, ${token.name},
                ${token.scopes}::text[], ${token.createdBy}, ${token.now}, ${token.expiresAt})`,
  )
}

/** Names of the tokens that a person made and that still work. */
export async function listTokensMadeBy(db: Db, personId: PersonId, now: Date): Promise<string[]> {
  const rows = await findRows(
    db,
    z.object({ name: z.string() }),
    sql`select name from noroshi.api_token
         where created_by = ${personId} and revoked_at is null and expires_at > ${now} order by name, id`,
  )
  return rows.map(({ name }) => name)
}

/** Whether it was this person who made the token. */
export async function hasMadeToken(
  db: Db,
  { tokenId, personId }: { tokenId: string; personId: PersonId },
): Promise<boolean> {
  const found = await findRow(
    db,
    z.object({ tokenId: z.uuid() }),
    sql`select id as token_id from noroshi.api_token where id = ${tokenId} and created_by = ${personId}`,
  )
  return found !== undefined
}

/** Ends every token that a person made. Returns which were still good. */
export async function revokeTokensOf(
  db: Db,
  { personId, now }: { personId: PersonId; now: Date },
): Promise<string[]> {
  const revoked = await findRows(
    db,
    z.object({ tokenId: z.uuid() }),
    sql`update noroshi.api_token set revoked_at = ${now}
         where created_by = ${personId} and revoked_at is null returning id as token_id`,
  )
  return revoked.map(({ tokenId }) => tokenId)
}

export function revokeToken(
  db: Db,
  { tokenId, organisationId, now }: { tokenId: string; organisationId: OrganisationId; now: Date },
): Promise<number> {
  return runSql(
    db,
    sql`update noroshi.api_token set revoked_at = ${now}
         where id = ${tokenId} and organisation_id = ${organisationId} and revoked_at is null`,
  )
}
