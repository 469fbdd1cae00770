import type { GroupId, OrganisationId, PersonId } from 'contract/common'
import type { Role } from 'contract/people'
import {
  createGroup,
  joinGroup,
  registerOrganisation,
  reviseVault,
} from '../hub/src/community/index.ts'
import type { Db } from '../hub/src/database/index.ts'
import { giveCredentials, giveToken, newLink, type Persona } from '../hub/src/demo/seed-people.ts'
import type { Hub } from '../hub/src/hub.ts'
import { newId } from '../hub/src/ids.ts'
import { HUB } from '../hub/src/people/index.ts'
import { savePerson } from '../hub/src/people/people.queries.ts'
import { issueLink } from '../hub/src/people/sign-in-links.ts'

/** Who walks through the hub: its own three, and one contact of each organisation. */
export const WALKERS = [
  'analyst',
  'lead',
  'admin',
  'provider',
  'receiver',
  'neighbour',
  'bystander',
  'outsider',
] as const
export type Walker = (typeof WALKERS)[number]

/** One of them, with every means of getting in. */
export interface Villager extends Persona {
  /** Path of a one-time link for registering a factor. */
  readonly invitation: string
  /** Token of the organisation's machine; none for the hub's people. */
  readonly token: string | undefined
}

export interface Village {
  readonly people: Readonly<Record<Walker, Villager>>
  readonly groups: { readonly machinery: GroupId; readonly broadcast: GroupId }
}

/** Everything by which the provider could be recognised. */
export const PROVIDER_TRACES = [
  '潮見坂精機',
  'シオミザカセイキ',
  'Shiomizaka Seiki',
  'shiomizaka-seiki.example',
  '鳴滝 惣一',
  '伊良部バルブ',
  'irabu-valve.example',
] as const

// biome-ignore format: a table is read by its columns.
const ORGANISATIONS = [
  { key: 'provider',  name: '潮見坂精機株式会社', domain: 'shiomizaka-seiki.example', contact: '鳴滝 惣一', group: 'machinery' },
  { key: 'receiver',  name: '葛城工機株式会社',   domain: 'katsuragi-koki.example',   contact: '深町 千景', group: 'machinery' },
  { key: 'neighbour', name: '由良川機械株式会社', domain: 'yuragawa-kikai.example',   contact: '野々村 環', group: 'machinery' },
  { key: 'bystander', name: '綾瀬川器械株式会社', domain: 'ayasegawa-kikai.example',   contact: '真鍋 栞',   group: 'machinery' },
  { key: 'outsider',  name: '青海波放送株式会社', domain: 'seigaiha-hoso.example',    contact: '音羽 律',   group: 'broadcast' },
] as const

// biome-ignore format: a table is read by its columns.
const STAFF = [
  { key: 'analyst', name: '早瀬 澪',   roles: ['hub-analyst'] },
  { key: 'lead',    name: '堂島 岳',   roles: ['hub-lead', 'hub-analyst'] },
  { key: 'admin',   name: '事務局',    roles: ['hub-admin'] },
] as const

/** Enters two groups, five organisations and eight people through the same use cases as an administrator. */
export function seedVillage(hub: Hub): Promise<Village> {
  return hub.database.inStaff({}, async (db) => {
    const now = hub.clock.now()
    const groups = {
      machinery: await createGroup(db, HUB, toGroup('機械製造SIG', 'Machinery SIG'), now),
      broadcast: await createGroup(db, HUB, toGroup('放送SIG', 'Broadcasting SIG'), now),
    }
    const people = new Map<Walker, Villager>()
    for (const { key, name, roles } of STAFF) {
      people.set(key, await enter(hub, db, { key, name, roles, domain: 'hub.example' }))
    }
    for (const { key, name, domain, contact, group } of ORGANISATIONS) {
      const organisationId = await found(hub, db, { key, name, domain, groupId: groups[group] })
      const roles = ['member-contact'] as const
      people.set(key, await enter(hub, db, { key, name: contact, roles, domain, organisationId }))
    }
    return { groups, people: Object.fromEntries(people) as Record<Walker, Villager> }
  })
}

const toGroup = (ja: string, en: string) => ({ kind: 'sig', name: { ja, en } }) as const

interface Founding {
  readonly key: Walker
  readonly name: string
  readonly domain: string
  readonly groupId: GroupId
}

async function found(hub: Hub, db: Db, founding: Founding): Promise<OrganisationId> {
  const { key, name, domain, groupId } = founding
  const names = [{ text: name, kind: 'formal' as const }]
  const facts = { name, kind: 'company', industry: 'E', constituentCount: 0 } as const
  const domains = [domain]
  const registration = { ...facts, names, domains }
  const organisationId = await registerOrganisation(db, HUB, registration, hub.clock.now())
  if (key === 'provider') await fillVault(db, organisationId, domains, hub.clock.now())
  const agreement = { version: '1.0', signer: '代表取締役社長', signedOn: '2020-04-01' }
  await joinGroup(db, HUB, groupId, { organisationId, joinedOn: '2020-04-01', agreement })
  return organisationId
}

async function fillVault(
  db: Db,
  organisationId: OrganisationId,
  domains: string[],
  at: Date,
): Promise<void> {
  await reviseVault(
    db,
    HUB,
    organisationId,
    {
      names: [
        { text: '潮見坂精機株式会社', kind: 'formal' },
        { text: '潮見坂精機', kind: 'alias' },
        { text: 'シオミザカセイキ', kind: 'kana' },
        { text: 'Shiomizaka Seiki', kind: 'romaji' },
      ],
      domains,
      people: [
        {
          name: '鳴滝 惣一',
          aliases: ['鳴滝惣一', 'Narutaki Soichi'],
          addresses: [`provider@${domains[0]}`],
          title: '情報システム部',
          isExecutive: false,
        },
      ],
      watchList: [{ name: '伊良部バルブ', aliases: [], domains: ['irabu-valve.example'] }],
      urlServices: [],
    },
    at,
  )
}

interface Entering {
  readonly key: Walker
  readonly name: string
  readonly roles: readonly Role[]
  readonly domain: string
  readonly organisationId?: OrganisationId
}

/** Those who register a factor of their own in the walk get none here. */
const NEWCOMERS: readonly Walker[] = ['provider', 'lead']

async function enter(hub: Hub, db: Db, { key, domain, ...person }: Entering): Promise<Villager> {
  const personId = newId<PersonId>()
  const now = hub.clock.now()
  const email = `${key}@${domain}`
  const { name, roles, organisationId } = person
  await savePerson(db, { personId, organisationId, name, email, roles, language: 'ja', now })
  const { path } = await issueLink(db, HUB, { personId, purpose: 'invitation', now })
  const link = await newLink(hub, db, personId)
  const persona = { personId, name, email, organisationId, link }
  const token = organisationId === undefined ? undefined : await giveToken(hub, db, persona)
  const known = NEWCOMERS.includes(key) ? persona : await giveCredentials(hub, db, persona)
  return { ...known, invitation: path, token }
}
