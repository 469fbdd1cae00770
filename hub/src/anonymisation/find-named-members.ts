import { buildImitationIndex, findTraces, type Traces } from 'engine'
import type { IdentifyingValue } from 'contract/bulletin'

/**
 * Members of the hub that each value names or imitates. All members count alike, so that who of them provided makes no
 * difference: whoever hands in a mail with a name that he planted would else read from being asked who did.
 */
export function findNamedMembers(
  { organisations }: Traces,
  values: readonly IdentifyingValue[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const members = { organisations: organisations.filter(({ role }) => role === 'provider') }
  const bytes = values.map(({ value }) => ({
    format: value,
    bytes: new TextEncoder().encode(value),
  }))
  const byValue = Map.groupBy(findTraces(bytes, members), ({ format }) => format)
  const imitated = buildImitationIndex(members, new Map())
  return new Map(
    values.map((one) => {
      const named = byValue.get(one.value)?.map(({ organisationId }) => organisationId) ?? []
      const host = toHost(one)
      const whom = host === undefined ? undefined : imitated(host)
      return [one.value, new Set([...named, ...(whom === undefined ? [] : [whom])])]
    }),
  )
}

function toHost({ value, kind }: IdentifyingValue): string | undefined {
  if (kind === 'hash') return undefined
  if (kind === 'url') return /^[a-z]+:\/\/(?:[^/@]{0,200}@)?([^/?#:]{1,255})/iu.exec(value)?.[1]
  return value.slice(value.lastIndexOf('@') + 1)
}
