import { createHash } from 'node:crypto'
import { crashPoint } from '../../crash-points.ts'
import type { Hub } from '../../hub.ts'
import { newId } from '../../ids.ts'
import type { FileReading, StoredFile } from './file-reading.ts'
import { analysisLimits as limits } from '../limits.ts'
import type { ParsingThread } from '../thread/parsing-thread.ts'
import { type FileOutcome, type ReadMail, readFile } from '../thread/read-file.ts'
import { keepMails } from './keep-mails.ts'
import { storeWebLog, writeWebLogs } from './store-web-log.ts'
import type { MailToSave } from './save-mails.queries.ts'

/** Reads one file and writes its mails in small transactions, so that progress shows and memory stays bounded. */
export async function storeFile(
  hub: Hub,
  thread: ParsingThread,
  reading: FileReading,
): Promise<StoredFile> {
  const { file, isForward, submittedAt, known } = reading
  const log = await storeWebLog(hub, thread, reading)
  if (log !== undefined) return log
  const bytes = await hub.evidence.loadEvidence(file.sha256)
  const outcome: FileOutcome = { kind: 'unknown', mailCount: 0, problems: [], logs: [] }
  const mails = readFile(
    thread,
    { bytes, fileName: file.fileName, isForward, submittedAt },
    known,
    outcome,
  )
  const paths: string[] = []
  let readCount = 0
  let brokeOff = false
  let batch: MailToSave[] = []
  let batchBytes = 0
  const writeBatch = async () => {
    crashPoint('analysis.parsed')
    const unkept = await keepMails(hub, reading, batch)
    readCount -= unkept
    brokeOff ||= unkept > 0
    batch = []
    batchBytes = 0
  }
  for await (const mail of mails) {
    const path = toRowPath(mail.path, paths)
    batch.push(await keepBytes(hub, { ...mail, path }, paths.length))
    paths.push(path)
    // What was read in a packed file can be two hundred times as large as the file.
    batchBytes += mail.bytes.length + JSON.stringify(mail.record?.artefacts ?? []).length
    if (mail.record !== undefined) readCount += 1
    if (mail.problem !== undefined) brokeOff = true
    if (batch.length >= limits.mailsPerWrite || batchBytes >= limits.bytesPerWrite) {
      await writeBatch()
    }
  }
  await writeBatch()
  await writeWebLogs(hub, reading, outcome.logs)
  brokeOff ||= outcome.problems.some(({ code }) => code.startsWith('reading-'))
  const { kind, problems } = outcome
  readCount += outcome.logs.length
  return { fileId: file.fileId, kind, problems, paths, readCount, brokeOff }
}

/**
 * The place of a mail inside its file, as the row keeps it: short enough for an index and told once. An archive
 * may hold a thousand members of one name, or a name of 64 KiB.
 */
function toRowPath(path: string, taken: readonly string[]): string {
  const short = path.slice(0, limits.rowPathCharsMax)
  return short === path && !taken.includes(path) ? path : `${short}#${taken.length}`
}

/**
 * Keeps the mail's own bytes, which an archive holds only packed, and those of the files inside it: whoever shows
 * them later must not open anything.
 */
async function keepBytes(hub: Hub, mail: ReadMail, ordinal: number): Promise<MailToSave> {
  const sha256 = createHash('sha256').update(mail.bytes).digest('hex')
  const { path, problem } = mail
  const files = mail.record?.files ?? []
  for (const kept of [{ sha256, bytes: mail.bytes }, ...files]) {
    if (!(await hub.evidence.hasEvidence(kept.sha256))) await hub.evidence.saveEvidence(kept.bytes)
  }
  return {
    mailId: newId(),
    path,
    ordinal,
    sha256,
    sizeBytes: mail.bytes.length,
    record: mail.record === undefined ? undefined : { ...mail.record, files: [] },
    files: files.map((file) => ({ sha256: file.sha256, sizeBytes: file.bytes.length })),
    problem,
  }
}
