import { onceInTransaction } from '../database/index.ts'
import { listCaseMails, listMailFindings, listMailIndicators } from './case-material.queries.ts'
import { chooseDrafted } from './choose-drafted.ts'
import { toCaseMails } from './to-case-mail.ts'

/** The mails of a case that are drafted, with what was found in them. All of them are in memory once. */
export const loadCaseMails = onceInTransaction(async (db, caseId) => {
  const { mailIds, undrafted, isTooMuch } = await chooseDrafted(db, caseId)
  const mails = await listCaseMails(db, mailIds)
  const findings = await listMailFindings(db, mailIds)
  return { mailIds, undrafted, isTooMuch, mails, findings }
})

/** The same as the engine reads them, with their indicators. */
export const loadEngineMails = onceInTransaction(async (db, caseId) => {
  const { mailIds, mails, findings } = await loadCaseMails(db, caseId)
  const indicators = await listMailIndicators(db, mailIds)
  return toCaseMails(mails, { findings, indicators })
})
