import type { Knowledge, RuleSource } from 'engine'
import type { Db } from '../database/index.ts'
import { listDnsAnswers } from './dns-answers.queries.ts'
import { listNamingRuleRows, listRegistrations, listRulesInForce } from './knowledge.queries.ts'

/** What an analysis is told beside the register. Its changes count as versions of the register. */
export interface HubKnowledge {
  readonly knowledge: Knowledge
  readonly rules: readonly RuleSource[]
}

export async function loadKnowledge(db: Db): Promise<HubKnowledge> {
  const registrations = (await listRegistrations(db)).map((row) => ({
    domain: row.domain,
    source: row.source,
    ...(row.registeredOn === undefined ? {} : { registeredOn: row.registeredOn }),
    ...(row.registrar === undefined ? {} : { registrar: row.registrar }),
    ...(row.registrant === undefined ? {} : { registrant: row.registrant }),
  }))
  const namingRules = (await listNamingRuleRows(db)).map(({ namingRuleId, title, words }) => ({
    id: namingRuleId,
    title,
    words,
  }))
  const dnsRecords = await listDnsAnswers(db)
  const answers = dnsRecords.length === 0 ? {} : { dnsRecords }
  return {
    knowledge: { registrations, namingRules, ...answers },
    rules: await listRulesInForce(db),
  }
}
