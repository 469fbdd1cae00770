import { type CaseRecord, draftBulletin, type DraftedBulletin } from 'engine'
import { ANONYMISATION_LIMITS as limits } from './limits.ts'
import { DraftingThread } from './thread/drafting-thread.ts'

const thread = new DraftingThread()

/** Drafts a case: an ordinary one at once, a large one in a thread, so that nobody else waits for it. */
export const draftCase = async (record: CaseRecord): Promise<DraftedBulletin> =>
  countLetters(record) <= limits.draftedAtOnceLettersMax
    ? draftBulletin(record)
    : await thread.draft(record)

/** Letters of the evidence, by which the time that a draft takes grows. */
const countLetters = ({ mails, logs }: CaseRecord): number =>
  [...mails, ...logs]
    .flatMap(({ texts }) => texts.map(({ text }) => text.length))
    .concat(mails.flatMap(({ indicators }) => indicators.map(({ value }) => value.length)))
    .reduce((sum, letters) => sum + letters, 0)
