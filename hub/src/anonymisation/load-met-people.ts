import { chooseMails, findMetPeople, type Traces } from 'engine'
import type { Db } from '../database/index.ts'
import { loadCaseMails } from './load-case-mails.ts'
import { toCaseMails } from './to-case-mail.ts'

/**
 * People whom the mails of a case name and no register holds. Asked at every save of a text: without the indicators,
 * each of which would be counted over all cases.
 */
export async function loadMetPeople(db: Db, caseId: string, traces: Traces): Promise<Traces> {
  const { mails: rows, findings } = await loadCaseMails(db, caseId)
  const mails = toCaseMails(rows, { findings, indicators: [] })
  // What a person says of forwards is not asked for here: whoever might be of the provider's side is looked for.
  const known = new Set(mails)
  const sides = chooseMails({ mails, decisions: {} }).mails.filter((mail) => !known.has(mail))
  return findMetPeople({ mails: [...mails, ...sides], traces })
}
