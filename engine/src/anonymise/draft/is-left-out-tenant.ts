import { findBusinessTenant, findTenantPath } from '../../everybodys/find-business-tenant.ts'
import { tenantQuestion } from '../redact/place-questions.ts'
import { ask, type Draft } from './indicator-draft.ts'

/** The host of a customer at a service for organisations: the provider's own, a partner's, or a taken-over one. */
export function isLeftOutTenant(domain: string, draft: Draft, place: string): boolean {
  const tenant = findBusinessTenant(domain)
  if (tenant === undefined) return false
  const isBorrowed = draft.isSpoofed({ context: place, value: domain })
  const isTrial = SENDERS.has(place) && !isBorrowed && tenant.endsWith('.onmicrosoft.com')
  const question = tenantQuestion([tenant], isTrial ? ['keep', 'omit'] : ['omit', 'keep'])
  if (ask(question, draft) !== 'omit') return false
  draft.omitted.add('identifying-domains')
  return true
}

/** A company sends under a domain of its own; under its first one at Microsoft send those who opened it for the attack. */
const SENDERS: ReadonlySet<string> = new Set(['from', 'sender', 'reply-to', 'return-path'])

/** The same where all customers share a host and the path says whose the page is. */
export function isLeftOutTenantPath(url: string, draft: Draft): boolean {
  const tenant = findTenantPath(url)
  if (tenant === undefined) return false
  // Nobody answers a hundred questions about one newsletter with care.
  const beside = draft.tenantsBeside(tenant)
  const asked = beside.length > TENANTS_ALONE_MAX ? beside : [tenant]
  if (ask(tenantQuestion(asked), draft, tenant) !== 'omit') return false
  draft.omitted.add('identifying-domains')
  return true
}

const TENANTS_ALONE_MAX = 5
