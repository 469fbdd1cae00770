import type { Db } from '../database/index.ts'
import { countCaseMails, listMailLoads, type MailLoad } from './case-material.queries.ts'
import { toCostMs } from './draft-cost.ts'
import { ANONYMISATION_LIMITS as limits } from './limits.ts'

/** Which mails of a case are drafted, and how many are not. */
export interface DraftedMails {
  readonly mailIds: readonly string[]
  readonly undrafted: Undrafted
}

export interface Undrafted {
  readonly count: number
  /** Receipts of the first, each once. */
  readonly receipts: readonly string[]
}

const chosenIn = new WeakMap<Db, Map<string, Promise<DraftedMails>>>()

/** Chooses as many mails of a case as a draft can read in time and hold in memory; once in a transaction. */
export function chooseDrafted(db: Db, caseId: string): Promise<DraftedMails> {
  const ofCases = chosenIn.get(db) ?? new Map<string, Promise<DraftedMails>>()
  chosenIn.set(db, ofCases)
  const mails = ofCases.get(caseId) ?? chooseOf(db, caseId)
  ofCases.set(caseId, mails)
  return mails
}

async function chooseOf(db: Db, caseId: string): Promise<DraftedMails> {
  const { draftMailsMax, undraftedShownMax } = limits
  const loads = await listMailLoads(db, caseId, draftMailsMax + undraftedShownMax)
  const chosen = new Set(chooseFitting(loads.slice(0, draftMailsMax)))
  const others = loads.filter((one) => !chosen.has(one))
  const count = others.length === 0 ? 0 : (await countCaseMails(db, caseId)) - chosen.size
  const receipts = [...new Set(others.map(({ receipt }) => receipt))]
  return {
    mailIds: [...chosen].map(({ id }) => id),
    undrafted: { count, receipts: receipts.slice(0, undraftedShownMax) },
  }
}

/** What the mails of one draft may take together. */
export interface DraftRoom {
  readonly costMs: number
  readonly viewLetters: number
}

const ROOM: DraftRoom = {
  costMs: limits.draftCostMsMax,
  viewLetters: limits.draftViewLettersMax,
}

/**
 * Mails in their order for as long as there is room. One that is too heavy for what is left makes way for those behind
 * it: whoever writes a mail that takes long to read keeps no other mail out. Only where none fits is one drafted that
 * is beyond the room, the quickest to read.
 */
export function chooseFitting<Load extends MailLoad>(
  loads: readonly Load[],
  room: DraftRoom = ROOM,
): readonly Load[] {
  let { costMs: leftMs, viewLetters: leftLetters } = room
  const fitting = loads.filter((load) => {
    const costMs = costOf(load)
    if (costMs > leftMs || load.viewLetters > leftLetters) return false
    leftMs -= costMs
    leftLetters -= load.viewLetters
    return true
  })
  if (fitting.length > 0) return fitting
  return loads.toSorted((a, b) => costOf(a) - costOf(b)).slice(0, 1)
}

const costOf = (load: MailLoad): number =>
  toCostMs({ ...load, textLetters: Math.min(load.textLetters, limits.originalCharsMax) })
