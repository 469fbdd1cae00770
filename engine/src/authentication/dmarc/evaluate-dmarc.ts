import { toOrganisation } from '../../evidence/headers/organisation.ts'
import type { Knowledge } from '../../knowledge.ts'
import type { AuthenticationCheck } from '../authentication.ts'
import { findRecordDay, findRecords } from '../find-records.ts'
import { parseTagList } from '../tag-list.ts'

export interface DmarcVerdict {
  readonly result: 'pass' | 'fail' | 'none' | 'permerror'
  /** What the domain asks for: none, quarantine, reject. */
  readonly policy?: string
  /** Day on which the policy was recorded. */
  readonly recordedOn?: string
}

/**
 * DMARC over recorded answers (RFC 7489 §6.6): the policy of From's domain, else of its
 * organisation, and whether SPF or DKIM passed for it. Undefined when no policy was recorded.
 */
export function evaluateDmarc(
  from: string,
  checks: readonly AuthenticationCheck[],
  knowledge: Knowledge,
): DmarcVerdict | undefined {
  const organisation = toOrganisation(from)
  const own = findPolicy(from, knowledge)
  if (own === undefined) return undefined
  const isInherited = own.length === 0 && organisation !== from
  const records = isInherited ? findPolicy(organisation, knowledge) : own
  if (records === undefined) return undefined
  const [record] = records
  // None, or more than one: there is no policy (RFC 7489 §6.6.3).
  if (record === undefined || records.length > 1) return { result: 'none' }
  const tags = parseTagList(record)
  if (tags === undefined) return { result: 'permerror' }
  const asked = (isInherited ? tags.get('sp') : undefined) ?? tags.get('p')
  const policy = /^(?:none|quarantine|reject)$/i.test(asked ?? '') ? asked?.toLowerCase() : 'none'
  const isAligned = ({ method, domain = '' }: AuthenticationCheck) => {
    const mode = tags.get(method === 'dkim' ? 'adkim' : 'aspf')?.toLowerCase()
    return mode === 's' ? domain === from : toOrganisation(domain) === organisation
  }
  const isPassed = checks.some(
    (check) =>
      check.isTrusted &&
      check.result === 'pass' &&
      (check.method === 'dkim' || check.method === 'spf') &&
      isAligned(check),
  )
  const holder = isInherited ? organisation : from
  const recordedOn = findRecordDay(`_dmarc.${holder}`, 'TXT', knowledge)
  return {
    result: isPassed ? 'pass' : 'fail',
    ...(policy === undefined ? {} : { policy }),
    ...(recordedOn === undefined ? {} : { recordedOn }),
  }
}

function findPolicy(domain: string, knowledge: Knowledge): readonly string[] | undefined {
  const texts = findRecords(`_dmarc.${domain}`, 'TXT', knowledge)
  return texts?.filter((text) => /^v\s*=\s*DMARC1\s*(?:;|$)/.test(text))
}
