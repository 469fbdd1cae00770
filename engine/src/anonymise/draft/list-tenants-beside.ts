import { findTenantPath } from '../../everybodys/find-business-tenant.ts'
import type { CaseMail } from './case-record.ts'
import { CONTEXTS } from './indicator-contexts.ts'

const toHost = (tenant: string): string => tenant.slice(0, tenant.indexOf('/'))

/** Customers that the links of a case name in their paths, by the host that they share; sorted. */
export function listTenantsBeside(
  mails: readonly CaseMail[],
): (tenant: string) => readonly string[] {
  const links = mails.flatMap(({ indicators }) =>
    indicators.filter(({ type, context }) => type === 'url' && CONTEXTS.has(context)),
  )
  const tenants = new Set(links.flatMap(({ value }) => findTenantPath(value) ?? []))
  const byHost = Map.groupBy([...tenants].sort(), toHost)
  return (tenant) => byHost.get(toHost(tenant)) ?? [tenant]
}
