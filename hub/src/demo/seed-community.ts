import type { GroupId, OrganisationId } from 'contract/common'
import type { AuditActor } from '../audit/index.ts'
import {
  createGroup,
  joinGroup,
  leaveGroup,
  registerOrganisation,
  reviseVault,
} from '../community/index.ts'
import type { Db } from '../database/index.ts'
import {
  DEMO_GROUPS,
  DEMO_ORGANISATIONS,
  DEMO_PARTNERS,
  type DemoOrganisation,
} from './community-facts.ts'

export interface SeededCommunity {
  readonly groupIds: ReadonlyMap<string, GroupId>
  readonly organisationIds: ReadonlyMap<string, OrganisationId>
}

/** Enters the invented community through the same use cases an administrator's requests go through. */
export async function seedCommunity(
  db: Db,
  actor: AuditActor,
  now: Date,
): Promise<SeededCommunity> {
  const groupIds = new Map<string, GroupId>()
  for (const { key, kind, ja, en } of DEMO_GROUPS) {
    groupIds.set(key, await createGroup(db, actor, { kind, name: { ja, en } }, now))
  }

  const organisationIds = new Map<string, OrganisationId>()
  for (const facts of DEMO_ORGANISATIONS) {
    const id = await registerOrganisation(db, actor, toRegistration(facts), now)
    organisationIds.set(facts.key, id)
    // As its own contact would have entered it: nothing of it is marked as the hub's.
    await reviseVault(db, { ...actor, organisationId: id }, id, toVault(facts), now)
    await enterMemberships(db, actor, facts, id, groupIds)
  }
  return { groupIds, organisationIds }
}

function toRegistration(facts: DemoOrganisation) {
  const kind =
    facts.constituents > 0
      ? 'association'
      : facts.industry === 'F' && facts.key.startsWith('water')
        ? 'public-body'
        : 'company'
  return {
    name: facts.name,
    kind,
    industry: facts.industry,
    constituentCount: facts.constituents,
    names: toNames(facts),
    domains: [facts.domain],
  } as const satisfies Parameters<typeof registerOrganisation>[2]
}

function toNames({ name, kana, romaji, short }: DemoOrganisation) {
  const bare = name.replace(/株式会社$/, '')
  const names = [
    { text: name, kind: 'formal' },
    { text: bare, kind: 'alias' },
    { text: kana, kind: 'kana' },
    { text: romaji, kind: 'romaji' },
    { text: short, kind: 'abbreviation' },
  ] as const
  return names.filter(
    (entry, index) => names.findIndex(({ text }) => text === entry.text) === index,
  )
}

function toVault(facts: DemoOrganisation) {
  const { domain } = facts
  const [head, headRomaji] = facts.head
  const [contact, contactLocal] = facts.contact
  const surname = headRomaji.split(' ')[1]?.toLowerCase() ?? contactLocal
  return {
    names: toNames(facts),
    domains: [domain],
    people: [
      {
        name: head,
        aliases: [headRomaji, head.replace(' ', '')],
        addresses: [`${surname}@${domain}`],
        title: '代表取締役社長',
        isExecutive: true,
      },
      {
        name: contact,
        aliases: [contact.replace(' ', '')],
        addresses: [`${contactLocal}@${domain}`],
        title: '情報システム部',
        isExecutive: false,
      },
    ],
    watchList: DEMO_PARTNERS.filter((partner) => partner.of === facts.key).map(
      ({ name, aliases, domains }) => ({
        name,
        aliases: [...aliases],
        domains: [...domains],
      }),
    ),
    urlServices: [],
  }
}

async function enterMemberships(
  db: Db,
  actor: AuditActor,
  facts: DemoOrganisation,
  organisationId: OrganisationId,
  groupIds: ReadonlyMap<string, GroupId>,
): Promise<void> {
  for (const [group, joinedOn, leftOn] of facts.joined) {
    const groupId = groupIds.get(group)
    if (groupId === undefined) throw new Error(`No group ${group}.`)
    const agreement = { version: '2.0', signer: facts.head[0], signedOn: joinedOn }
    const membershipId = await joinGroup(db, actor, groupId, {
      organisationId,
      joinedOn,
      agreement,
    })
    if (leftOn !== undefined) await leaveGroup(db, actor, membershipId, leftOn)
  }
}
