import type { CaseRecord, DraftedBulletin } from 'engine'
import { type Db, listPrepared, PrepareFirst } from '../../database/index.ts'
import { Refusal } from '../../refusals.ts'
import { ANONYMISATION_LIMITS as limits } from '../limits.ts'
import { DraftingThread, type MadeDraft } from './drafting-thread.ts'
import { toDraftKey } from './to-draft-key.ts'

type Outcome = DraftedBulletin | Refusal

interface GivenUp {
  readonly refusal: Refusal
  readonly wallMs: number
  /** As `performance.now` has it. */
  readonly atMs: number
}

interface Wanted {
  readonly record: CaseRecord
  readonly key: string
}

/** What was drafted for one transaction, or refused it: nobody else is told the refusal, and nothing of it is lost meanwhile. */
class DraftFirst extends PrepareFirst {
  readonly outcomes = new Map<string, Outcome>()
  /** The same, by the keys of the records whatever is registered (`toCalmKey`). */
  readonly calm = new Map<string, Outcome>()
}

/**
 * Rounds after which a draft serves that was made for this transaction with the register as it was some seconds ago. Any
 * member may change its own entries all the time, and no case could be drafted meanwhile.
 */
const ROUNDS_WITH_REGISTER = 3
const NOBODY: CaseRecord['registered'] = { organisations: [] }
const toCalmKey = (record: CaseRecord): string => toDraftKey({ ...record, registered: NOBODY })

/**
 * Drafts of the last while, by a digest of all that they were made from: whoever asks for one has read the same, and a
 * case that changed is another. A draft is a function of its record, so that none is ever out of date.
 */
export class KeptDrafts {
  private readonly thread: Pick<DraftingThread, 'draft'>
  private readonly bytesMax: number
  private readonly made = new Map<string, MadeDraft>()
  /**
   * A case in which everybody is called as a draft of it calls them has the same draft: by the key of such a record, that of
   * the record it was drafted from. Who drafts stores these letters, and whoever looks next asks with them.
   */
  private readonly alike = new Map<string, string>()
  private readonly making = new Map<string, Promise<DraftedBulletin>>()
  private readonly givenUp = new Map<string, GivenUp>()
  private sizeBytes = 0

  constructor(
    thread: Pick<DraftingThread, 'draft'> = new DraftingThread(),
    bytesMax: number = limits.draftsKeptBytesMax,
  ) {
    this.thread = thread
    this.bytesMax = bytesMax
  }

  /** The drafts of these records; what is missing is drafted before the transaction begins anew. */
  take(db: Db, records: readonly CaseRecord[]): ReadonlyMap<CaseRecord, DraftedBulletin> {
    const own = toOwn(db)
    const wanted = records.map((record) => ({ record, key: toDraftKey(record) }))
    const drafts = new Map<CaseRecord, DraftedBulletin>()
    for (const { record, key } of wanted) {
      const outcome = own.of(key, record) ?? this.find(key)
      if (outcome instanceof Refusal) throw outcome
      if (outcome !== undefined) drafts.set(record, outcome)
    }
    const missing = wanted.filter(({ record }) => !drafts.has(record))
    if (missing.length > 0) throw this.toDraftFirst(missing)
    return drafts
  }

  private toDraftFirst(missing: readonly Wanted[]): DraftFirst {
    const first: DraftFirst = new DraftFirst({
      prepare: (wallMs) => this.prepare(missing, first, wallMs),
      forget: () => {
        for (const { key } of missing) {
          this.drop(key)
          this.givenUp.delete(key)
        }
      },
      refusal: new Refusal('drafting-busy'),
    })
    return first
  }

  private async prepare(
    missing: readonly Wanted[],
    { outcomes, calm }: DraftFirst,
    wallMs: number,
  ): Promise<void> {
    for (const wanted of missing) {
      const outcome =
        this.find(wanted.key) ??
        this.findGivenUp(wanted.key, wallMs) ??
        (await this.make(wanted, wallMs).catch(toRefusal))
      outcomes.set(wanted.key, outcome)
      calm.set(toCalmKey(wanted.record), outcome)
      // Nothing is drafted for an answer that will be a refusal.
      if (outcome instanceof Refusal) return
    }
  }

  /** Whoever wants what is being made waits for it. */
  private make({ record, key }: Wanted, wallMs: number): Promise<DraftedBulletin> {
    const begun = this.making.get(key)
    if (begun !== undefined) return begun
    const making = this.thread
      .draft(record, wallMs)
      .then((made) => {
        this.keep(key, made)
        const called = toDraftKey({ ...record, aliases: made.drafted.aliases })
        if (this.made.has(key)) this.alike.set(called, key)
        return made.drafted
      })
      .catch((error: unknown) => {
        if (error instanceof Refusal && error.code === 'draft-took-too-long')
          this.givenUp.set(key, { refusal: error, wallMs, atMs: performance.now() })
        throw error
      })
      .finally(() => this.making.delete(key))
    this.making.set(key, making)
    return making
  }

  /**
   * What took too long a moment ago would again: a page that is looked at again and again would else keep the thread from
   * everybody's drafts.
   */
  private findGivenUp(key: string, wallMs: number): Refusal | undefined {
    const since = performance.now() - limits.draftGivenUpMs
    for (const [old, { atMs }] of this.givenUp) if (atMs < since) this.givenUp.delete(old)
    const before = this.givenUp.get(key)
    return before === undefined || before.wallMs < wallMs ? undefined : before.refusal
  }

  private find(asked: string): DraftedBulletin | undefined {
    const key = this.alike.get(asked) ?? asked
    const made = this.made.get(key)
    if (made === undefined) return undefined
    // Put behind the others, so that the first is the one not asked for longest.
    this.made.delete(key)
    this.made.set(key, made)
    return made.drafted
  }

  private keep(key: string, made: MadeDraft): void {
    this.drop(key)
    this.made.set(key, made)
    this.sizeBytes += made.sizeBytes
    for (const oldest of this.made.keys()) {
      if (this.sizeBytes <= this.bytesMax) return
      this.drop(oldest)
    }
  }

  private drop(key: string): void {
    this.sizeBytes -= this.made.get(key)?.sizeBytes ?? 0
    this.made.delete(key)
    for (const [asked, of] of this.alike) if (of === key) this.alike.delete(asked)
  }
}

interface Own {
  of(key: string, record: CaseRecord): Outcome | undefined
}

/** What was drafted for this transaction. */
function toOwn(db: Db): Own {
  const rounds = listPrepared(db).filter((one) => one instanceof DraftFirst)
  const outcomes = new Map(rounds.flatMap((one) => [...one.outcomes]))
  const calm = new Map(rounds.flatMap((one) => [...one.calm]))
  return {
    of: (key, record) =>
      outcomes.get(key) ??
      (rounds.length < ROUNDS_WITH_REGISTER ? undefined : calm.get(toCalmKey(record))),
  }
}

/** Too slow, or too many wait: kept for the transaction that asked, which says what that means for it. */
function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  throw error
}
