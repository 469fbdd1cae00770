import type { z } from 'zod'
import type { Audience } from 'contract/bulletin'
import type { Tlp } from 'contract/common'
import { type GroupMember, listGroupMembers, listGroups } from './audience.queries.ts'
import type { Db } from '../database/index.ts'
import { TLP_RULES } from './tlp-rules.ts'

/** Who a bulletin would go to on a day, with the organisations counted once. */
export interface LoadedAudience {
  readonly view: z.infer<typeof Audience>
  /** Tokens of the groups, which decide who may read a release. */
  readonly tokens: readonly number[]
  readonly organisationIds: readonly string[]
  /** The feeds of each group, also those that the label keeps it out of. */
  readonly feeds: readonly Feed[]
}

export interface Feed {
  readonly collectionId: string
  /** Held by those who read this feed of the group: its associations, or its other members. */
  readonly token: number
  readonly isReached: boolean
}

export async function loadAudience(
  db: Db,
  groupIds: readonly string[],
  { providerIds, day, tlp }: { providerIds: ReadonlySet<string>; day: string; tlp: Tlp },
): Promise<LoadedAudience> {
  const groups = (await listGroups(db)).filter(({ groupId }) => groupIds.includes(groupId))
  const withRelays = TLP_RULES[tlp].mayReachRelays
  const members = await listGroupMembers(db, groupIds, { day, withRelays })
  const toToken = (group: (typeof groups)[number]) => (withRelays ? group.token : group.strictToken)
  const organisations = new Map(members.map((member) => [member.organisationId, member]))
  return {
    tokens: groups.map(toToken),
    organisationIds: [...organisations.keys()],
    feeds: groups.flatMap(({ groupId: collectionId, strictToken, relayToken }) => [
      { collectionId, token: strictToken, isReached: true },
      { collectionId, token: relayToken, isReached: withRelays },
    ]),
    view: {
      groups: groups.map(({ groupId, name }) => ({
        groupId: groupId as z.infer<typeof Audience>['groups'][number]['groupId'],
        name,
        ...countMembers(
          members.filter((member) => member.groupId === groupId),
          providerIds,
        ),
      })),
      organisationCount: organisations.size,
      personCount: sum([...organisations.values()].map(({ personCount }) => personCount)),
      organisations: [...organisations.values()].map(({ organisation }) => organisation).sort(),
    },
  }
}

const countMembers = (members: readonly GroupMember[], providerIds: ReadonlySet<string>) => ({
  organisationCount: members.length,
  personCount: sum(members.map(({ personCount }) => personCount)),
  providersInside: members.filter(({ organisationId }) => providerIds.has(organisationId)).length,
})

const sum = (numbers: readonly number[]): number => numbers.reduce((left, right) => left + right, 0)
