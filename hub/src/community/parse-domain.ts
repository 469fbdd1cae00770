import { domainToASCII } from 'node:url'
import { Refusal } from '../refusals.ts'

/**
 * A domain as people type it, in lower-case ASCII: full-width letters and Japanese labels are folded as
 * browsers do (UTS 46). Refuses what is no domain, because a register entry that can never match protects nobody.
 */
export function parseDomain(text: string): string {
  const domain = domainToASCII(text.trim().replace(/^@/, '').replace(/\.$/, '')).toLowerCase()
  if (!/^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/.test(domain)) {
    throw new Refusal('domain-unfit')
  }
  return domain
}
