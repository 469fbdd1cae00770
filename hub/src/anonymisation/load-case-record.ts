import {
  type AliasTable,
  type CaseRecord,
  type CaseTechnique,
  type Decisions,
  logTechniques,
  techniques,
} from 'engine'
import { Classification } from 'contract/common'
import { loadRegistered, loadTraces } from '../community/index.ts'
import type { Db } from '../database/index.ts'
import { Refusal } from '../refusals.ts'
import { type CaseMail, findCase, type MailFinding } from './case-material.queries.ts'
import type { Undrafted } from './choose-drafted.ts'
import { type CaseLogRow, listCaseLogs } from './case-log.queries.ts'
import { ANONYMISATION_LIMITS as limits } from './limits.ts'
import { loadCaseMails, loadEngineMails } from './load-case-mails.ts'
import type { Handling } from './load-handling.ts'
import { toCaseLog } from './to-case-log.ts'

/** A case as the engine reads it, with the mails and access logs it was made from. */
export interface LoadedCase {
  readonly record: CaseRecord
  readonly mails: readonly CaseMail[]
  readonly logs: readonly CaseLogRow[]
  readonly undrafted: Undrafted
}

/** Everything a bulletin is drafted from. Dismissed findings are left out: an analyst called them mistaken. */
export async function loadCaseRecord(
  db: Db,
  {
    caseId,
    handling,
    decisions,
    aliases,
    answers = decisions,
  }: {
    caseId: string
    handling: Handling
    /** By which the text is written. */
    decisions: Decisions
    aliases: AliasTable
    /** What the analyst answered, where a value waits for its permission. */
    answers?: Decisions
  },
): Promise<LoadedCase> {
  const facts = await findCase(db, caseId)
  if (facts === undefined) throw new Refusal('not-found')
  const { mails, findings, undrafted, isTooMuch } = await loadCaseMails(db, caseId)
  if (isTooMuch) throw new Refusal('case-too-large')
  const logs = await listCaseLogs(db, caseId, limits.draftLogsOfProviderMax)
  if (logs.length > limits.draftLogsMax) throw new Refusal('case-too-large')
  const traces = await loadTraces(db, handling.providerIds)
  const record: CaseRecord = {
    classification: Classification.catch('unclear').parse(facts.classification),
    mails: await loadEngineMails(db, caseId),
    logs: logs.map(toCaseLog),
    techniques: listTechniques(findings, logs),
    traces,
    aliases,
    tlpCeilings: handling.submissions.map(({ wishes }) => wishes.tlp),
    decisions,
    answers,
    registered: await loadRegistered(db),
  }
  return { record, mails, logs, undrafted }
}

/** What the engine says of the techniques that were found. */
function listTechniques(
  findings: readonly MailFinding[],
  logs: readonly CaseLogRow[],
): CaseTechnique[] {
  const found = new Set(findings.map(({ technique }) => technique))
  const hasProbes = logs.some(({ summary }) => summary.kinds.length > 0)
  return [...techniques.filter(({ id }) => found.has(id)), ...(hasProbes ? logTechniques : [])].map(
    ({ id, title, advice, attack }) => ({ id, title, advice, attack }),
  )
}
