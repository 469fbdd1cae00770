import type { AliasTable, CaseRecord, Traces } from 'engine'
import type { ApprovalView } from 'contract/bulletin'
import {
  type BulletinRecord,
  type CaseLogRow,
  type CaseMail,
  findHeader,
  type LoadedCase,
} from '../anonymisation/index.ts'
import { dayInJapan } from '../clock.ts'
import { listFiles } from './list-files.ts'
import { findOwnLetters } from './to-own-words.ts'

// A wave of hundreds of the same mail is shown by its first, and so are a server's daily logs.
const EACH_SHOWN_MAX = 5

interface SentMail {
  readonly mail: CaseMail
  readonly read: CaseRecord['mails'][number] | undefined
  readonly files: ReturnType<typeof listFiles>
}

/** What it sent first, by which it knows the request; then what brought files, which it is asked about. */
function chooseShown([first, ...others]: readonly SentMail[]): readonly SentMail[] {
  if (first === undefined) return []
  const hasFiles = ({ files }: SentMail): boolean => files.length > 0
  const bare = others.filter((one) => !hasFiles(one))
  return [first, ...others.filter(hasFiles), ...bare].slice(0, EACH_SHOWN_MAX)
}

const toSentMail = ({ mail, files }: SentMail) => ({
  ...(files.length === 0 ? {} : { files }),
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

export interface Vault {
  readonly organisationId: string
  readonly traces: Traces
}

/** What one provider handed in, as if nobody else had. */
export interface Own extends Vault {
  readonly letters: AliasTable
  readonly sent: readonly Omit<ApprovalView['sent'][number], 'segments'>[]
  readonly record: CaseRecord
}

export function toOwn(
  { record, mails, logs }: LoadedCase,
  bulletin: BulletinRecord,
  vault: Vault,
): Own {
  const { organisationId, traces } = vault
  const own = chooseShown(
    mails.flatMap((mail, at) => {
      if (mail.organisationId !== organisationId) return []
      const read = record.mails[at]
      return [{ mail, read, files: read === undefined ? [] : listFiles(read) }]
    }),
  )
  const ownLogs = logs
    .filter((log) => log.organisationId === organisationId)
    .slice(0, EACH_SHOWN_MAX)
  const letters = findOwnLetters(bulletin, traces, record.traces)
  return {
    ...vault,
    letters,
    sent: [...own.map(toSentMail), ...ownLogs.map(toSentLog)],
    record: {
      ...record,
      traces,
      aliases: letters,
      mails: own.flatMap(({ read }, at) => toPlaced(read, at)),
      logs: ownLogs.flatMap((log, at) => toPlaced(record.logs[logs.indexOf(log)], own.length + at)),
    },
  }
}

/**
 * A text under its place among what was sent: of a mail that only passes the attack on, the draft has none, and the
 * texts that follow would stand below the wrong subject.
 */
const toPlaced = <T extends WithTexts>(evidence: T | undefined, at: number): T[] =>
  evidence === undefined
    ? []
    : [{ ...evidence, texts: evidence.texts.map(({ text }) => ({ label: toLabel(at), text })) }]

type WithTexts = Pick<CaseRecord['mails'][number], 'texts'>

export const toLabel = (at: number): string => String(at)
