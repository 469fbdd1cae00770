import { expect, test } from 'vitest'
import type { GroupId, Tlp } from 'contract/common'
import { findExcess, type ProviderWishes, toCeiling } from './handling-ceiling.ts'

const [RED_SIG, BLUE_SIG, FRAMEWORK] = ['red', 'blue', 'framework'] as [string, string, string]
const EVERY = [RED_SIG, BLUE_SIG, FRAMEWORK]

const wish = (
  tlp: Tlp,
  groupIds: readonly string[],
  ownGroupIds: readonly string[] | undefined,
): ProviderWishes => ({
  ...(ownGroupIds === undefined ? {} : { organisationId: 'provider' }),
  ownGroupIds: ownGroupIds ?? [],
  wishes: {
    tlp,
    groupIds: groupIds as GroupId[],
    keepBack: '',
    mayAppearInReport: false,
    approvesFirst: true,
  },
})

// biome-ignore format: a table is read by its columns.
test.each([
  ['no wish means all groups of the provider', [wish('AMBER', [], [RED_SIG, BLUE_SIG])],                                    'AMBER',        [RED_SIG, BLUE_SIG]],
  ['a wish for one group leaves that one',     [wish('GREEN', [BLUE_SIG], [RED_SIG, BLUE_SIG])],                            'GREEN',        [BLUE_SIG]],
  ['two providers: the strictest and what both allow', [wish('GREEN', [], [RED_SIG, BLUE_SIG]), wish('AMBER+STRICT', [], [BLUE_SIG])], 'AMBER+STRICT', [BLUE_SIG]],
  ['two providers without a common group',     [wish('AMBER', [], [RED_SIG]), wish('AMBER', [], [BLUE_SIG])],               'AMBER',        []],
  ['the hub’s own may go anywhere',            [wish('CLEAR', [], undefined)],                                              'CLEAR',        EVERY],
  ['no word at all is handled strictly',       [],                                                                          'AMBER+STRICT', EVERY],
] as const)('%s', (_, wishes, tlp, groupIds) => {
  expect(toCeiling(wishes, EVERY)).toEqual({ tlp, groupIds })
})

const group = (groupId: string, organisationCount: number) => ({
  groupId,
  organisationCount,
  name: { ja: groupId, en: groupId },
})

// biome-ignore format: a table is read by its columns.
test.each([
  ['within the wishes',                      'AMBER', [group(RED_SIG, 5)],                       0],
  ['stricter than the wishes',               'RED',   [group(RED_SIG, 5)],                       0],
  ['a wider label',                          'GREEN', [group(RED_SIG, 5)],                       1],
  ['another group',                          'AMBER', [group(RED_SIG, 5), group(BLUE_SIG, 5)],   1],
  ['a group of two, in which each knows it was not oneself (T72)', 'AMBER', [group(RED_SIG, 2)], 1],
  ['a group of three, in which each is left with two', 'AMBER', [group(RED_SIG, 3)],            1],
  ['a group of four, in which each is left with three', 'AMBER', [group(RED_SIG, 4)],           0],
  ['all at once',                            'CLEAR', [group(BLUE_SIG, 2)],                      3],
] as const)('%s', (_, tlp, groups, excess) => {
  expect(findExcess(tlp, groups, { tlp: 'AMBER', groupIds: [RED_SIG] })).toHaveLength(excess)
})
