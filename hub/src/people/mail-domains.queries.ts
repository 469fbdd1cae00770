import { OrganisationId } from 'contract/common'
import { z } from 'zod'
import { type Db, sql } from '../database/db.ts'
import { findRow, findRows, runSql } from '../database/query.ts'

// Any number will do; it names this one lock.
const TURN = 4_501

/** Whoever confirms a domain and whoever registers an address take turns: neither misses what the other just wrote. */
export async function lockMailDomains(db: Db): Promise<void> {
  await runSql(db, sql`select pg_advisory_xact_lock(${TURN})`)
}

const Domain = z.object({ domain: z.string() })

export async function listMailDomains(db: Db, organisationId: OrganisationId): Promise<string[]> {
  const rows = await findRows(
    db,
    Domain,
    sql`select domain from noroshi.mail_domain where organisation_id = ${organisationId} order by domain`,
  )
  return rows.map(({ domain }) => domain)
}

const Holder = z.object({ organisationId: OrganisationId })

/** The organisation for which the hub confirmed the domain. */
export async function findMailDomainHolder(
  db: Db,
  domain: string,
): Promise<OrganisationId | undefined> {
  const row = await findRow(
    db,
    Holder,
    sql`select organisation_id from noroshi.mail_domain where domain = ${domain}`,
  )
  return row?.organisationId
}

/** Those of these domains that another organisation holds, or somebody outside this one has an address at. */
export async function findForeignDomains(
  db: Db,
  organisationId: OrganisationId,
  domains: readonly string[],
): Promise<string[]> {
  const rows = await findRows(
    db,
    Domain,
    sql`select domain from unnest(${domains}::text[]) as wanted (domain)
         where exists (select from noroshi.mail_domain d
                        where d.domain = wanted.domain and d.organisation_id <> ${organisationId})
            or exists (select from noroshi.person p
                        where split_part(p.email, '@', 2) = wanted.domain
                          and p.organisation_id is distinct from ${organisationId}::uuid)`,
  )
  return rows.map(({ domain }) => domain)
}

/** Says how many were added or taken away. */
export async function saveMailDomains(
  db: Db,
  {
    organisationId,
    domains,
    now,
  }: { organisationId: OrganisationId; domains: readonly string[]; now: Date },
): Promise<number> {
  const gone = await runSql(
    db,
    sql`delete from noroshi.mail_domain
         where organisation_id = ${organisationId} and domain <> all (${domains}::text[])`,
  )
  const added = await runSql(
    db,
    sql`insert into noroshi.mail_domain (domain, organisation_id, confirmed_at)
        select domain, ${organisationId}, ${now} from unnest(${domains}::text[]) as wanted (domain)
        on conflict (domain) do nothing`,
  )
  return gone + added
}
