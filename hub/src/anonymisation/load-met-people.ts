import { chooseMails, findMetPeople, type Traces } from 'engine'
import type { Db } from '../database/index.ts'
import { listCaseMails, listMailFindings } from './case-material.queries.ts'
import { ANONYMISATION_LIMITS } from './limits.ts'
import { toCaseMail } from './to-case-mail.ts'

/**
 * People whom the mails of a case name and no register holds. Asked at every save of a text: without the indicators,
 * each of which would be counted over all cases.
 */
export async function loadMetPeople(db: Db, caseId: string, traces: Traces): Promise<Traces> {
  const rows = await listCaseMails(db, caseId, ANONYMISATION_LIMITS.draftMailsMax)
  const findings = await listMailFindings(
    db,
    rows.map(({ id }) => id),
  )
  const mails = rows.map((mail) => toCaseMail(mail, { findings, indicators: [] }))
  // What a person says of forwards is not asked for here: whoever might be of the provider's side is looked for.
  const sides = chooseMails({ mails, decisions: {} }).mails.filter((mail) => !mails.includes(mail))
  return findMetPeople({ mails: [...mails, ...sides], traces })
}
