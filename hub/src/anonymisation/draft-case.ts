import { type CaseRecord, draftBulletin, type DraftedBulletin } from 'engine'
import { ANONYMISATION_LIMITS as limits } from './limits.ts'
import { DraftingThread } from './thread/drafting-thread.ts'

const thread = new DraftingThread()

/** Drafts a case: an ordinary one at once, a large one in a thread, so that nobody else waits for it. */
export const draftCase = async (record: CaseRecord): Promise<DraftedBulletin> =>
  estimateMs(record) <= limits.draftedAtOnceMsMax
    ? draftBulletin(record)
    : await thread.draft(record)

/** How long a draft may take, against some hundred organisations: texts are read by the letter, links by the part. */
function estimateMs({ mails, logs }: CaseRecord): number {
  const indicators = mails.flatMap((mail) => mail.indicators)
  const texts = [...mails, ...logs].flatMap((one) => one.texts)
  const lettersOf = (values: readonly string[]): number =>
    values.reduce((sum, { length }) => sum + length, 0)
  return (
    lettersOf(texts.map(({ text }) => text)) / LETTERS_OF_TEXT_PER_MS +
    lettersOf(indicators.map(({ value }) => value)) / LETTERS_OF_VALUES_PER_MS +
    indicators.length
  )
}
const LETTERS_OF_TEXT_PER_MS = 1_000
const LETTERS_OF_VALUES_PER_MS = 100
