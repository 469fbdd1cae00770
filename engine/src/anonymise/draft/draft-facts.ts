import { buildNameIndex, type NameIndex } from '../redact/match-names.ts'
import type { AttackerFacts } from '../redact/redaction-context.ts'
import { listOmits } from '../question.ts'
import type { Traces } from '../traces.ts'
import type { CaseRecord } from './case-record.ts'
import { findAttackerFacts } from './find-attacker-facts.ts'
import { findMetPeople } from './find-met-people.ts'
import { findRecipients } from './find-recipients.ts'
import { listMetDomains, type MetDomain } from './list-met-domains.ts'
import { findMemberTexts } from './find-member-texts.ts'
import { listProviders } from './list-providers.ts'

/** What one draft of a case needs to know. Hub only. */
export interface DraftFacts {
  readonly record: CaseRecord
  readonly attacker: AttackerFacts
  readonly names: NameIndex
  readonly domains: readonly MetDomain[]
  readonly recipients: Traces
  readonly met: Traces
}

/** With the same case as if every member had provided, where it has several providers. */
export type CaseFacts = DraftFacts & {
  readonly asIfAll: DraftFacts | undefined
  readonly isMemberText: ReturnType<typeof findMemberTexts>
}

export function findCaseFacts(record: CaseRecord): CaseFacts {
  const isMemberText = findMemberTexts(record)
  return { ...findFacts(record), asIfAll: findFactsAsIfAll(record, isMemberText), isMemberText }
}

/**
 * The case as if every member had provided, with nothing answered but what is to stay inside. Only where there are
 * several providers is there somebody to be found out by a value that another planted; of one alone it shows what is left
 * of a subject that names another member.
 */
function findFactsAsIfAll(
  record: CaseRecord,
  isMemberText: CaseFacts['isMemberText'],
): DraftFacts | undefined {
  const isNaming = record.mails.some(({ indicators }) => indicators.some(isMemberText))
  if (listProviders(record).length < 2 && !isNaming) return undefined
  const known = new Set(record.traces.organisations.map(({ id }) => id))
  const others = record.registered.organisations.filter(({ id }) => !known.has(id))
  const traces = { organisations: [...record.traces.organisations, ...others] }
  return findFacts({ ...record, traces, decisions: listOmits(record.decisions) })
}

function findFacts(record: CaseRecord): DraftFacts {
  const attacker = findAttackerFacts(record)
  const domains = listMetDomains(record, attacker.lookalikes)
  const recipients = findRecipients(record, attacker.lookalikes, domains)
  const met = findMetPeople(record, attacker.lookalikes, domains)
  const names = rememberTexts(buildNameIndex(record.traces, met))
  return { record, attacker, names, domains, recipients, met }
}

/** Names found in each text of one draft: they say who is met, and after that what is replaced. */
function rememberTexts(names: NameIndex): NameIndex {
  const known = new Map<string, ReturnType<NameIndex['find']>>()
  const find: NameIndex['find'] = (text) => {
    const found = known.get(text) ?? names.find(text)
    known.set(text, found)
    return found
  }
  const naming = new Map<string, boolean>()
  const has: NameIndex['has'] = (text) => {
    const isNaming = naming.get(text) ?? names.has(text)
    naming.set(text, isNaming)
    return isNaming
  }
  return { ...names, find, has }
}
