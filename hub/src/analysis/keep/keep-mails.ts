import { isUnfitValue } from '../../database/index.ts'
import type { Hub } from '../../hub.ts'
import { hubProblem } from '../thread/problem-view.ts'
import type { FileReading } from './file-reading.ts'
import { saveMailCount } from './reading.queries.ts'
import { replaceFindings } from './save-findings.queries.ts'
import {
  type MailToSave,
  replaceTraces,
  saveEvidenceRows,
  saveMailRows,
} from './save-mails.queries.ts'
import { replaceSightings } from './save-sightings.queries.ts'

/**
 * Keeps a batch of mails in one transaction. A hostile mail may bring a value the database refuses for good; it is then
 * found by keeping one mail at a time, and kept without its reading, so that it holds up no other. Returns how many were.
 */
export async function keepMails(
  hub: Hub,
  reading: FileReading,
  batch: readonly MailToSave[],
): Promise<number> {
  if (batch.length === 0) return 0
  if (await areKept(hub, reading, batch)) return 0
  let unkept = 0
  for (const mail of batch) {
    if (await areKept(hub, reading, [mail])) continue
    unkept += mail.record === undefined ? 0 : 1
    await writeMails(hub, reading, [toUnread(mail)])
  }
  return unkept
}

/** Whether the database took them. An outage is no answer and goes on to the queue, which tries again. */
async function areKept(
  hub: Hub,
  reading: FileReading,
  batch: readonly MailToSave[],
): Promise<boolean> {
  try {
    await writeMails(hub, reading, batch)
    return true
  } catch (error) {
    if (!isUnfitValue(error)) throw error
    return false
  }
}

/** The mail with its place and hash alone. */
function toUnread({ record: _, ...mail }: MailToSave): MailToSave {
  return { ...mail, problem: hubProblem('reading-not-kept', mail.path) }
}

async function writeMails(
  hub: Hub,
  { submissionId, file }: FileReading,
  batch: readonly MailToSave[],
): Promise<void> {
  await hub.database.inStaff({}, async (db) => {
    await saveEvidenceRows(db, [...batch, ...batch.flatMap(({ files }) => files)])
    const at = hub.clock.now()
    const ids = await saveMailRows(db, { submissionId, fileId: file.fileId, at }, batch)
    const saved = batch.map(({ path, mailId, record }) => ({
      mailId: ids.get(path) ?? mailId,
      record,
    }))
    await replaceFindings(db, saved)
    await replaceTraces(db, saved)
    await replaceSightings(db, submissionId, saved)
    await saveMailCount(db, submissionId)
  })
}
