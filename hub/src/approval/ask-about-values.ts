import type { IdentifyingValue } from 'contract/bulletin'
import { isUnsettled, outdateApprovals, type ValuePermission } from '../anonymisation/index.ts'
import type { Db } from '../database/index.ts'
import type { Actor } from '../people/index.ts'
import { askProvider, type Round } from './ask-provider.ts'

/**
 * Asks each provider about the values that its own evidence holds, before they stand in a text that anybody reads. A
 * provider that is alone in a bulletin is asked just so: that it is asked twice then tells it of nobody else. It is
 * shown no text: what came in between this one and the next would tell whose permission was waited for.
 */
export async function askAboutValues(
  db: Db,
  actor: Actor,
  round: Round,
  permissions: readonly ValuePermission[],
): Promise<void> {
  await outdateApprovals(db, round.bulletin.id)
  const open = permissions.filter(isUnsettled)
  const isWaitedFor = (organisationId: string, { holders }: ValuePermission): boolean =>
    holders.some((one) => one.organisationId === organisationId && one.isGiven === undefined)
  for (const organisationId of round.handling.providerIds) {
    const own = open.filter((one) => isWaitedFor(organisationId, one))
    if (own.length === 0) continue
    const identifying = listOwnValues(own, organisationId)
    await askProvider(db, actor, {
      ...round,
      ...{ organisationId, about: 'values', asks: [], identifying, forms: [] },
    })
  }
}

/** Of these values, what this provider's own evidence holds, in an order that tells nothing. */
export const listOwnValues = (
  permissions: readonly ValuePermission[],
  organisationId: string,
): IdentifyingValue[] =>
  permissions
    .filter(({ holders }) => holders.some((one) => one.organisationId === organisationId))
    .map(({ value, kind }) => ({ value, kind }))
    .sort((a, b) => (a.value < b.value ? -1 : 1))
