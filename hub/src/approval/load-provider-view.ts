import { letterOf, listAliases, release, type Traces } from 'engine'
import type { ApprovalView } from 'contract/bulletin'
import type { Bilingual } from 'contract/common'
import {
  type BulletinRecord,
  type CaseLogRow,
  type CaseMail,
  draftCase,
  findHeader,
  type Handling,
  loadCaseRecord,
  permittedValues,
  toDraftedDecisions,
} from '../anonymisation/index.ts'
import { dayInJapan } from '../clock.ts'
import { loadTraces } from '../community/index.ts'
import type { Db } from '../database/index.ts'
import { findOwnLetters, toOwnRow, toOwnSegment } from './to-own-words.ts'

/** What one provider is shown besides the text itself, frozen when it is asked. */
export interface ProviderView {
  readonly sent: ApprovalView['sent']
  readonly replaced: ApprovalView['replaced']
  readonly alias: Bilingual
  /** Of its own vault alone: a number over all would tell that there is another provider, and how large its vault is. */
  readonly traceCount: number
  /** Of its own names as well: those that could not be searched, and ordinary words of the text. */
  readonly skippedCount: number
  readonly weakCount: number
}

// A bulletin without a case has no evidence and calls nobody anything.
const NO_ALIAS: Bilingual = { ja: '', en: '' }

// A wave of hundreds of the same mail is shown by its first, and so are a server's daily logs.
const EACH_SHOWN_MAX = 5

const toSentMail = (mail: CaseMail) => ({
  receipt: mail.receipt,
  receivedOn: dayInJapan(mail.receivedAt),
  subject: mail.subject,
  from: mail.fromAddress,
  to: findHeader(mail, 'To'),
})

/** A log has neither sender nor recipient; its name stands where a mail has its subject. */
const toSentLog = ({ receipt, receivedAt, fileName }: CaseLogRow) => ({
  receipt,
  receivedOn: dayInJapan(receivedAt),
  subject: fileName ?? '',
  from: '',
  to: '',
})

/**
 * Built from this provider's own mails, logs and its own vault alone. Names of other providers are in
 * neither: not even the legend may tell one provider that there is another.
 */
export async function loadProviderView(
  db: Db,
  {
    bulletin,
    handling,
    organisationId,
  }: { bulletin: BulletinRecord; handling: Handling; organisationId: string },
): Promise<ProviderView> {
  const { caseId, aliases } = bulletin
  const decisions = toDraftedDecisions(bulletin)
  const traces = await loadTraces(db, [organisationId])
  const counts = countOwn(bulletin, traces)
  if (caseId === undefined) {
    return { sent: [], replaced: [], alias: NO_ALIAS, ...counts }
  }
  const { record, mails, logs } = await loadCaseRecord(db, {
    ...{ caseId, handling, decisions, aliases },
  })
  const own = mails
    .filter((mail) => mail.organisationId === organisationId)
    .slice(0, EACH_SHOWN_MAX)
  const ownLogs = logs
    .filter((log) => log.organisationId === organisationId)
    .slice(0, EACH_SHOWN_MAX)
  const letters = findOwnLetters(bulletin, traces, record.traces)
  const { originals, called } = await draftCase({
    ...record,
    traces,
    aliases: letters,
    mails: own.flatMap((mail) => record.mails[mails.indexOf(mail)] ?? []),
    logs: ownLogs.flatMap((log) => record.logs[logs.indexOf(log)] ?? []),
  })
  const provider = letterOf(called, organisationId)
  const legend = listAliases(called, traces).map((row) => toOwnRow(row, letters, provider))
  return {
    ...counts,
    sent: [...own.map(toSentMail), ...ownLogs.map(toSentLog)].map((sent, index) => ({
      ...sent,
      segments: (originals[index]?.original ?? []).map((piece) => toOwnSegment(piece, letters)),
    })),
    replaced: legend
      .filter(({ standsFor }) => standsFor.length > 0)
      .map(({ alias, letter, standsFor }) => ({ alias, letter, standsFor: [...standsFor] })),
    alias: legend.find(({ role }) => role === 'provider')?.alias ?? NO_ALIAS,
  }
}

function countOwn(
  bulletin: BulletinRecord,
  traces: Traces,
): Pick<ProviderView, 'traceCount' | 'skippedCount' | 'weakCount'> {
  const permitted = permittedValues(bulletin)
  const { searched, weakTraces } = release(bulletin.content, [], traces, { permitted })
  return {
    traceCount: searched.traceCount,
    skippedCount: searched.skipped.length,
    weakCount: new Set(weakTraces.map(({ trace }) => trace)).size,
  }
}
