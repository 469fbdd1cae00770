import { onceInTransaction } from '../database/index.ts'
import { countCaseMails, listMailLoads, type MailLoad } from './case-material.queries.ts'
import { toCostMs } from './draft-cost.ts'
import { ANONYMISATION_LIMITS as limits } from './limits.ts'

/** Which mails of a case are drafted, and how many are not. */
export interface DraftedMails {
  readonly mailIds: readonly string[]
  readonly undrafted: Undrafted
  /**
   * All that the providers may have drafted is more than one draft holds. It is refused as a whole then, so that nobody
   * reads what was left out.
   */
  readonly isTooMuch: boolean
}

export interface Undrafted {
  readonly count: number
  /** Receipts of the first, each once. */
  readonly receipts: readonly string[]
}

/** Chooses of each provider as many mails as it may have drafted. */
export const chooseDrafted = onceInTransaction(async (db, caseId): Promise<DraftedMails> => {
  const { draftMailsOfProviderMax, undraftedShownMax } = limits
  const loads = await listMailLoads(db, caseId, draftMailsOfProviderMax + undraftedShownMax)
  const allowed = chooseAllowed(loads)
  const drafted = fitInto(ROOM, allowed)
  const isDrafted = new Set(drafted)
  const others = loads.filter((one) => !isDrafted.has(one))
  const count = others.length === 0 ? 0 : (await countCaseMails(db, caseId)) - drafted.length
  const receipts = [...new Set(others.map(({ receipt }) => receipt))]
  return {
    mailIds: drafted.map(({ id }) => id),
    undrafted: { count, receipts: receipts.slice(0, undraftedShownMax) },
    isTooMuch: drafted.length < allowed.length,
  }
})

/** What some mails may take together. */
export interface DraftRoom {
  readonly mails: number
  readonly costMs: number
  readonly viewLetters: number
}

const ALLOWANCE: DraftRoom = {
  mails: limits.draftMailsOfProviderMax,
  costMs: limits.draftCostMsOfProviderMax,
  viewLetters: limits.draftViewLettersOfProviderMax,
}

const ROOM: DraftRoom = {
  mails: limits.draftMailsMax,
  costMs: limits.draftCostMsMax,
  viewLetters: limits.draftViewLettersMax,
}

/**
 * The mails of each provider in their order for as long as its allowance lasts, which is the same whoever else is in the
 * case: were there one for all, whoever fills it would read from its own last mails how much room those of others took.
 * Where each of them is beyond it, the quickest is drafted, so that no sender keeps a mail from everybody by padding it.
 */
export function chooseAllowed<Load extends MailLoad>(
  loads: readonly Load[],
  allowance: DraftRoom = ALLOWANCE,
): readonly Load[] {
  const unlike = loads.filter(({ place }) => place <= limits.draftMailsOfOperationMax)
  const owns = [...Map.groupBy(unlike, ({ provider }) => provider).values()]
  const allowed = new Set(owns.flatMap((own) => allowOf(allowance, own)))
  return loads.filter((load) => allowed.has(load))
}

function allowOf<Load extends MailLoad>(
  allowance: DraftRoom,
  own: readonly Load[],
): readonly Load[] {
  const fitting = fitInto(allowance, own)
  return fitting.length > 0 ? fitting : own.toSorted((a, b) => costOf(a) - costOf(b)).slice(0, 1)
}

/** A mail that is too heavy for what is left makes way for those behind it. */
function fitInto<Load extends MailLoad>(room: DraftRoom, loads: readonly Load[]): readonly Load[] {
  let left = room
  return loads.filter((load) => {
    const then = takeOff(left, load)
    if (!hasRoom(then)) return false
    left = then
    return true
  })
}

const takeOff = ({ mails, costMs, viewLetters }: DraftRoom, load: MailLoad): DraftRoom => ({
  mails: mails - 1,
  costMs: costMs - costOf(load),
  viewLetters: viewLetters - load.viewLetters,
})

const hasRoom = ({ mails, costMs, viewLetters }: DraftRoom): boolean =>
  mails >= 0 && costMs >= 0 && viewLetters >= 0

const costOf = (load: MailLoad): number =>
  toCostMs({ ...load, textLetters: Math.min(load.textLetters, limits.originalCharsMax) })
