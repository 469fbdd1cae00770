import { createHash } from 'node:crypto'
import type { CaseRecord, DraftedBulletin } from 'engine'
import { PrepareFirst } from '../../database/index.ts'
import { Refusal } from '../../refusals.ts'
import { ANONYMISATION_LIMITS as limits } from '../limits.ts'
import { DraftingThread } from './drafting-thread.ts'

type Outcome = DraftedBulletin | Refusal

/**
 * Drafts of the last while, by a digest of all that they were made from: whoever asks for one has read the same, and a
 * case that changed is another. A draft is a function of its record, so that none is ever out of date.
 */
export class KeptDrafts {
  private readonly thread = new DraftingThread()
  private readonly outcomes = new Map<string, Outcome>()

  /** The drafts of these records; what is missing is drafted before the transaction begins anew. */
  take(records: readonly CaseRecord[]): ReadonlyMap<CaseRecord, DraftedBulletin> {
    const wanted = records.map((record) => ({ record, key: toKey(record) }))
    for (const { key } of wanted) this.tellRefusal(key)
    const missing = wanted.filter(({ key }) => !this.outcomes.has(key))
    if (missing.length > 0) {
      throw new PrepareFirst({
        prepare: (wallMs) => this.prepare(missing, wallMs),
        forget: () => {
          for (const { key } of missing) this.outcomes.delete(key)
        },
        refusal: new Refusal('drafting-busy'),
      })
    }
    return new Map(wanted.map(({ record, key }) => [record, this.find(key)]))
  }

  /** Said once: whoever asks again has it tried again. */
  private tellRefusal(key: string): void {
    const outcome = this.outcomes.get(key)
    if (!(outcome instanceof Refusal)) return
    this.outcomes.delete(key)
    throw outcome
  }

  private find(key: string): DraftedBulletin {
    const outcome = this.outcomes.get(key)
    if (outcome === undefined || outcome instanceof Refusal)
      throw new TypeError('Only what is kept is taken.')
    // Put behind the others, so that the first is the one not asked for longest.
    this.outcomes.delete(key)
    this.outcomes.set(key, outcome)
    return outcome
  }

  private async prepare(
    missing: readonly { readonly record: CaseRecord; readonly key: string }[],
    wallMs: number,
  ): Promise<void> {
    for (const { record, key } of missing) {
      if (this.outcomes.has(key)) continue
      const outcome = await this.thread.draft(record, wallMs).catch(toOutcome)
      this.outcomes.set(key, outcome)
      this.forgetOldest()
      // Nothing is drafted for an answer that will be a refusal.
      if (outcome instanceof Refusal) return
    }
  }

  private forgetOldest(): void {
    const [oldest] = this.outcomes.keys()
    if (this.outcomes.size > limits.draftsKeptMax && oldest !== undefined)
      this.outcomes.delete(oldest)
  }
}

const toKey = (record: CaseRecord): string =>
  createHash('sha256').update(JSON.stringify(record)).digest('base64')

/** Too slow, or too many wait: kept for the transaction that asked, which says what that means for it. */
function toOutcome(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  throw error
}
