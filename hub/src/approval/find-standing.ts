import type { Bilingual } from 'contract/common'
import { findExcessOfOne } from '../anonymisation/index.ts'
import type { Db } from '../database/index.ts'
import { listRequests, type RequestState } from './approval.queries.ts'
import type { Round } from './ask-provider.ts'

/**
 * Approvals of this very text that ask no less than it would now. They stay: a provider asked a second time about what
 * it has approved to the letter would learn that another was silent.
 */
export async function findStanding(db: Db, round: Round): Promise<RequestState[]> {
  const { bulletin, handling } = round
  const { id, contentHash } = bulletin
  const toAsks = toAsksOf(round)
  const standing = (await listRequests(db, id)).filter(
    (one) =>
      one.state === 'approved' &&
      one.about === 'text' &&
      one.contentHash === contentHash &&
      toAsks(one.organisationId).every(({ ja }) => one.asks.some((asked) => asked.ja === ja)),
  )
  const by = new Set(standing.map(({ organisationId }) => organisationId))
  // With nobody left to answer, no answer would let the text go on.
  return handling.providerIds.every((organisationId) => by.has(organisationId)) ? [] : standing
}

/** What each would allow by its approval beyond its wishes. */
export const toAsksOf =
  ({ bulletin: { content }, handling, audience }: Round) =>
  (organisationId: string): Bilingual[] =>
    findExcessOfOne(handling, organisationId, { tlp: content.tlp, groups: audience.view.groups })
