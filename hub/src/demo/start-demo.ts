import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import type { Hub } from '../hub.ts'
import { HUB } from '../people/index.ts'
import { type RunningHub, startHub } from '../start-hub.ts'
import { DEMO_ORGANISATIONS } from './community-facts.ts'
import { findFreePort } from './find-free-port.ts'
import { type HubClient, signInByLink, useToken } from './hub-client.ts'
import { type MailDrop, startMailDrop } from './mail-drop.ts'
import type { Cast, StoryStep } from './play-story.ts'
import { seedCommunity } from './seed-community.ts'
import { giveCredentials, giveToken, newLink, type Persona, seedPeople } from './seed-people.ts'

const REPORT_ADDRESS = 'report@hub.example'
const STORY_FOLDER = fileURLToPath(new URL('../../../corpus/story/', import.meta.url))

/** Roles a visitor plays, and whose person plays each. */
export const VISITORS = {
  analyst: 'analyst',
  lead: 'lead',
  provider: 'kitahama-seiki',
  receiver: 'tateyama-tool',
  admin: 'admin',
} as const
export type Visitor = keyof typeof VISITORS

export interface DemoHub {
  readonly running: RunningHub
  readonly mail: MailDrop
  readonly smtpPort: number
  readonly visitors: Record<Visitor, Persona>
  /** Token of the receiving member's machine. */
  readonly machineToken: string
  /** Another token, of a member of another group, for comparison. */
  readonly otherMachineToken: string
  toCast(tell: (step: StoryStep) => void): Promise<Cast>
  /** Gives every visitor a fresh one-time link. */
  renewLinks(): Promise<void>
  stop(): Promise<void>
}

interface Seeded {
  readonly people: ReadonlyMap<string, Persona>
  readonly tokens: ReadonlyMap<string, string>
  readonly visitors: Record<Visitor, Persona>
}

/** Starts a throw-away hub with every real part on loopback and enters the invented community. */
export async function startDemo(
  folder: string,
  settings: Readonly<Record<string, string | undefined>>,
): Promise<DemoHub> {
  const mail = await startMailDrop(join(folder, 'sent-mail'))
  const smtpPort = await findFreePort(2525)
  const port = await findFreePort(Number(settings['NOROSHI_PORT'] ?? 8080))
  let seeded: Seeded | undefined
  const running = await startHub(
    {
      // The story is told in a minute; a visitor who wants to see the waiting time sets it.
      NOROSHI_RELEASE_DELAY_MINUTES: '0',
      // A whole community acts in a minute, some of its people for many.
      NOROSHI_REQUESTS_PER_MINUTE: '6000',
      ...settings,
      NOROSHI_DATA: folder,
      NOROSHI_DEMO: '1',
      NOROSHI_PORT: String(port),
      NOROSHI_SMTP_PORT: String(smtpPort),
      NOROSHI_MAIL_DOMAIN: 'hub.example',
      NOROSHI_MAIL_FROM: 'noroshi@hub.example',
      NOROSHI_MAIL_RELAY_URL: mail.url,
    },
    async (hub) => {
      seeded = await seed(hub)
    },
  ).catch(async (error: unknown) => {
    await mail.stop()
    throw error
  })
  if (seeded === undefined) throw new Error('The community was not entered.')
  const { people, tokens, visitors } = seeded
  return {
    running,
    mail,
    smtpPort,
    visitors,
    machineToken: loadFrom(tokens, VISITORS.receiver),
    otherMachineToken: loadFrom(tokens, 'denpa-tv'),
    renewLinks: () => renewLinks(running.hub, visitors),
    toCast: (tell) => toCast(running, smtpPort, people, tokens, tell),
    async stop() {
      await running.stop()
      await mail.stop()
    },
  }
}

function seed(hub: Hub): Promise<Seeded> {
  return hub.database.inStaff({}, async (db) => {
    const { organisationIds } = await seedCommunity(db, HUB, hub.clock.now())
    const people = await seedPeople(hub, db, organisationIds)
    const tokens = new Map<string, string>()
    for (const { key } of DEMO_ORGANISATIONS) {
      tokens.set(key, await giveToken(hub, db, loadFrom(people, key)))
    }
    const visitors = {} as Record<Visitor, Persona>
    for (const [visitor, key] of Object.entries(VISITORS) as [Visitor, string][]) {
      const persona = await giveCredentials(hub, db, loadFrom(people, key))
      visitors[visitor] = { ...persona, link: await newLink(hub, db, persona.personId) }
    }
    return { people, tokens, visitors }
  })
}

function renewLinks(hub: Hub, visitors: Record<Visitor, Persona>): Promise<void> {
  return hub.database.inStaff({}, async (db) => {
    for (const [visitor, persona] of Object.entries(visitors) as [Visitor, Persona][]) {
      visitors[visitor] = { ...persona, link: await newLink(hub, db, persona.personId) }
    }
  })
}

async function toCast(
  running: RunningHub,
  smtpPort: number,
  people: ReadonlyMap<string, Persona>,
  tokens: ReadonlyMap<string, string>,
  tell: (step: StoryStep) => void,
): Promise<Cast> {
  const { baseUrl } = running
  const clients = new Map<string, HubClient>()
  for (const [key, persona] of people) {
    const secret = persona.link.slice(persona.link.indexOf('#') + 1)
    clients.set(key, await signInByLink(baseUrl, secret))
  }
  clients.set('hub', loadFrom(clients, 'analyst'))
  const machines = new Map([...tokens].map(([key, token]) => [key, useToken(baseUrl, token)]))
  return {
    analyst: loadFrom(clients, 'analyst'),
    lead: loadFrom(clients, 'lead'),
    admin: loadFrom(clients, 'admin'),
    clientOf: (organisation) => loadFrom(clients, organisation),
    machineOf: (organisation) => loadFrom(machines, organisation),
    contactAddressOf: (organisation) => loadFrom(people, organisation).email,
    smtp: { host: '127.0.0.1', port: smtpPort },
    reportAddress: REPORT_ADDRESS,
    storyFolder: STORY_FOLDER,
    now: running.hub.clock.now(),
    tell,
  }
}

function loadFrom<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key)
  if (value === undefined) throw new Error(`The demonstration knows no ${key}.`)
  return value
}
