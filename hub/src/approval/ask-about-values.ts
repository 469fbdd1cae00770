import type { IdentifyingValue } from 'contract/bulletin'
import { isUnsettled, type ValuePermission } from '../anonymisation/index.ts'
import type { Db } from '../database/index.ts'
import type { Actor } from '../people/index.ts'
import { askEach } from './ask-each.ts'
import type { Round } from './ask-provider.ts'

/**
 * Asks each provider about the values that its own evidence holds, before they stand in a text that anybody reads. A
 * provider that is alone in a bulletin is asked just so: that it is asked twice then tells it of nobody else. It is
 * shown no text: what came in between this one and the next would tell whose permission was waited for. Approvals of
 * the text as it stands are kept: whoever gave one would learn by a second question that somebody joined.
 */
export async function askAboutValues(
  db: Db,
  actor: Actor,
  round: Round,
  { permissions, kept }: { permissions: readonly ValuePermission[]; kept: readonly string[] },
): Promise<void> {
  const isUnanswered = (organisationId: string, { holders }: ValuePermission): boolean =>
    holders.some((one) => one.organisationId === organisationId && one.isGiven === undefined)
  const questions = round.handling.providerIds.flatMap((organisationId) => {
    // Whoever is asked at all is asked about each that it has not answered, whatever others said of it.
    const own = permissions.filter((one) => isUnanswered(organisationId, one))
    if (!own.some(isUnsettled)) return []
    const identifying = listOwnValues(own, organisationId)
    return [{ organisationId, about: 'values' as const, asks: [], identifying, forms: [] }]
  })
  await askEach(db, actor, round, { questions, kept })
}

/**
 * Of these values, what this provider's own evidence holds and it has not kept back, in an order that tells nothing.
 * What stands without it needs no tick of its own.
 */
export const listOwnValues = (
  permissions: readonly ValuePermission[],
  organisationId: string,
): IdentifyingValue[] =>
  permissions
    .filter(({ holders }) =>
      holders.some((one) => one.organisationId === organisationId && one.isGiven !== false),
    )
    .map(({ value, kind }) => ({ value, kind }))
    .sort((a, b) => (a.value < b.value ? -1 : 1))
