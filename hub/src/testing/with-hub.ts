import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import type { OrganisationId, PersonId } from 'contract/common'
import type { Role } from 'contract/people'
import { listAudit } from '../audit/index.ts'
import { type Config, parseConfig } from '../config.ts'
import { type Db, openDatabase } from '../database/db.ts'
import { openPool } from '../database/pool.ts'
import { openFileEvidenceStore } from '../evidence-store/file-evidence-store.ts'
import { foundationRoutes } from '../foundation-routes.ts'
import { buildApp, type HubApp } from '../http/build-app.ts'
import type { HubRoute } from '../http/define-route.ts'
import type { Hub } from '../hub.ts'
import type { Job } from '../jobs/define-job.ts'
import { openQueuePool } from '../jobs/queue-pool.ts'
import { runDueJobs } from '../jobs/run-due-jobs.ts'
import { startSession } from '../people/sessions.ts'
import { openSecrets } from '../secrets.ts'
import { stepJobs, stepRoutes } from '../steps.ts'
import { type HubClient, openHubClient } from './hub-client.ts'
import { continueSeeds, countSeeds, seedGroup, seedOrganisation, seedPerson } from './seed.ts'
import { cloneDatabase, type TestDatabase } from './test-database.ts'
import { startTestClock, type TestClock } from './test-clock.ts'

/** Who calls: one of the hub's people, somebody of an organisation, or (absent) nobody known. */
export type Caller =
  | 'analyst'
  | 'lead'
  | 'admin'
  | { readonly contactOf: OrganisationId }
  | { readonly readerOf: OrganisationId }
  | {
      readonly personId: PersonId
      readonly secondFactor?: boolean
      /** A session in which the second factor counts as fresh only for as long as the product says. */
      readonly isProofShort?: boolean
    }
  | { readonly token: string }
  | undefined

/** A whole hub for one test: real handler, real PostgreSQL, real files, a clock that stands still. */
export interface TestHub extends Hub {
  readonly clock: TestClock
  readonly app: HubApp
  readonly routes: readonly HubRoute[]
  readonly databaseOf: TestDatabase
  /** Folder of the hub's files. */
  readonly folder: string
  /** A client signed in as this caller. The same caller is the same person throughout a test. */
  as(caller: Caller): HubClient
  /** The person behind a caller. */
  personOf(caller: Caller): Promise<PersonId>
  /** Runs all due jobs and those they start; throws what a job threw unless failures are expected. */
  runJobs(options?: { mayFail?: boolean }): Promise<unknown[]>
  inStaff<T>(work: (db: Db) => Promise<T>): Promise<T>
  inMember<T>(organisationId: OrganisationId, work: (db: Db) => Promise<T>): Promise<T>
  /** Actions the audit log holds about a subject such as `case:<id>`, oldest first. */
  auditOf(subject: string): Promise<string[]>
  readonly seed: {
    group(kind?: 'sig' | 'framework'): Promise<string>
    organisation(options?: {
      name?: string
      groupIds?: readonly string[]
      industry?: string
    }): Promise<OrganisationId>
    person(roles: readonly Role[], organisationId?: OrganisationId): Promise<PersonId>
  }
}

export interface TestHubOptions {
  /** Moment at which the clock stands. Default: a Thursday morning in Tokyo. */
  readonly now?: string
  /** Settings as in the environment. */
  readonly settings?: Readonly<Record<string, string>>
  /** Routes and jobs besides the hub's own. */
  readonly routes?: readonly HubRoute[]
  readonly jobs?: readonly Job[]
  /** What the hub begins with; otherwise with nothing. */
  readonly from?: KeptHub
}

/** A hub as a test left it, closed: database, files, the hour, and who its callers are. */
export interface KeptHub {
  readonly databaseOf: TestDatabase
  readonly folder: string
  readonly now: Date
  readonly people: ReadonlyMap<string, Promise<PersonId>>
  readonly seedCount: number
}

const BASE_URL = 'http://localhost:8080'
const NOW = '2026-10-15T01:00:00.000Z'

/** Opens a hub on a clone of the template database, runs the test in it and takes it away again. */
export async function withHub<T>(
  test: (hub: TestHub) => Promise<T>,
  options: TestHubOptions = {},
): Promise<T> {
  const { result, kept } = await runHub(test, options)
  await takeAway(kept)
  return result
}

/** Runs a hub and keeps what it leaves, for others to begin with (`from`). */
export async function runHub<T>(
  work: (hub: TestHub) => Promise<T>,
  options: TestHubOptions = {},
): Promise<{ result: T; kept: KeptHub }> {
  const { from } = options
  const folder = await mkdtemp(join(tmpdir(), 'noroshi-hub-'))
  if (from !== undefined) await cp(from.folder, folder, { recursive: true })
  const databaseOf = await cloneDatabase(from?.databaseOf.owner.database)
  const config = parseConfig({
    NOROSHI_DATA: folder,
    NOROSHI_BASE_URL: BASE_URL,
    // What is released is released, unless a test is about the time before.
    NOROSHI_RELEASE_DELAY_MINUTES: '0',
    // The clock of a test stands still, so that nobody's count ever goes down.
    NOROSHI_REQUESTS_PER_MINUTE: '1000000',
    ...options.settings,
  })
  const people = new Map(from?.people)
  // One for all jobs of a test: a connection learns what tables there are anew, which takes longer than most jobs.
  const queue = openQueuePool(databaseOf.app, 3)
  const hub = await openTestHub(config, databaseOf, people, queue, options)
  if (from !== undefined) continueSeeds(hub, from.seedCount)
  const toKept = () => ({
    ...{ databaseOf, folder, people },
    ...{ now: hub.clock.now(), seedCount: countSeeds(hub) },
  })
  const close = () => Promise.all([hub.database.close(), queue.end()])
  try {
    const result = await work(hub)
    await close()
    return { result, kept: toKept() }
  } catch (error) {
    await close()
    await takeAway(toKept())
    throw error
  }
}

export async function takeAway({ databaseOf, folder }: KeptHub): Promise<void> {
  await databaseOf.drop()
  await rm(folder, { recursive: true, force: true })
}

async function openTestHub(
  config: Config,
  databaseOf: TestDatabase,
  people: Map<string, Promise<PersonId>>,
  queue: Pool,
  options: TestHubOptions,
): Promise<TestHub> {
  const clock = startTestClock(options.now ?? options.from?.now ?? NOW)
  const secrets = openSecrets(Buffer.alloc(32, 7))
  const hub: Hub & { clock: TestClock } = {
    ...{ config, clock, secrets },
    database: openDatabase(openPool(databaseOf.app, { connectionsMax: 6 }), clock, {
      preparationMs: config.draftSeconds * 1000,
    }),
    evidence: await openFileEvidenceStore(join(config.dataFolder, 'evidence'), secrets),
  }
  const routes = [...foundationRoutes, ...stepRoutes, ...(options.routes ?? [])]
  const jobs = [...stepJobs, ...(options.jobs ?? [])]
  const app = buildApp(hub, routes)
  const personOf = rememberPeople(hub, people)

  return {
    ...hub,
    ...{ app, routes, databaseOf, personOf },
    folder: config.dataFolder,
    as: (caller) => openHubClient(app, config.baseUrl, () => identify(hub, caller, personOf)),
    runJobs: ({ mayFail = false } = {}) => runJobs(hub, jobs, queue, mayFail),
    inStaff: (work) => hub.database.inStaff({}, work),
    inMember: (organisationId, work) => hub.database.inMember({ organisationId }, work),
    auditOf: async (subject) => {
      const entries = await hub.database.inStaff({}, (db) =>
        listAudit(db, { subject, limit: 1000 }),
      )
      return entries.map(({ action }) => action).reverse()
    },
    seed: {
      group: (kind) => seedGroup(hub, kind),
      organisation: (of) => seedOrganisation(hub, of),
      person: (roles, organisationId) => seedPerson(hub, roles, organisationId),
    },
  }
}

function rememberPeople(
  hub: Hub,
  known: Map<string, Promise<PersonId>>,
): (caller: Caller) => Promise<PersonId> {
  const remember = (key: string, roles: readonly Role[], organisationId?: OrganisationId) => {
    const person = known.get(key) ?? seedPerson(hub, roles, organisationId)
    known.set(key, person)
    return person
  }
  return async (caller) => {
    if (caller === 'analyst' || caller === 'lead' || caller === 'admin') {
      return remember(caller, [`hub-${caller}`])
    }
    if (caller === undefined || 'token' in caller) throw new TypeError('Nobody in particular.')
    if ('personId' in caller) return caller.personId
    return 'contactOf' in caller
      ? remember(`contact ${caller.contactOf}`, ['member-contact'], caller.contactOf)
      : remember(`reader ${caller.readerOf}`, ['member-reader'], caller.readerOf)
  }
}

async function identify(
  hub: Hub,
  caller: Caller,
  personOf: (caller: Caller) => Promise<PersonId>,
): Promise<Record<string, string>> {
  if (caller === undefined) return { 'sec-fetch-site': 'same-origin' }
  if (typeof caller === 'object' && 'token' in caller) {
    return { authorization: `Bearer ${caller.token}` }
  }
  const personId = await personOf(caller)
  const secondFactor =
    typeof caller === 'string' || !('secondFactor' in caller) || caller.secondFactor === true
  const token = await hub.database.inStaff({}, (db) =>
    startSession(db, {
      ...{ personId, secondFactor, now: hub.clock.now(), browser: 'test' },
      // Most tests are about something else and let hours pass.
      isProofLasting: !(typeof caller === 'object' && 'isProofShort' in caller),
    }),
  )
  const prefix = hub.config.baseUrl.startsWith('https:') ? '__Host-' : ''
  return { cookie: `${prefix}noroshi_session=${token}`, 'sec-fetch-site': 'same-origin' }
}

async function runJobs(
  hub: Hub,
  jobs: readonly Job[],
  queue: Pool,
  mayFail: boolean,
): Promise<unknown[]> {
  const failures = await runDueJobs(hub, jobs, queue)
  if (failures.length > 0 && !mayFail) throw failures[0]
  return failures
}
