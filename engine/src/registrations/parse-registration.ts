import type { DomainRegistration } from '../knowledge.ts'
import { parseRdap } from './parse-rdap.ts'
import { parseWhois } from './parse-whois.ts'

/** Reads what an analyst pasted, an RDAP answer or WHOIS text; undefined when it names no domain. */
export function parseRegistration(text: string): DomainRegistration | undefined {
  return text.trimStart().startsWith('{') ? parseRdap(text) : parseWhois(text)
}
