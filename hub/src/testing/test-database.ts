import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'
import { APP_ROLE, OWNER_ROLE } from '../database/bootstrap-database.ts'
import { CLUSTER_ROLE } from '../database/embedded-postgres.ts'
import { TEMPLATE } from './postgres-for-tests.ts'

/** A database of one's own, cloned from the migrated template, or from what another test left. */
export interface TestDatabase {
  readonly app: { host: string; user: string; database: string }
  readonly owner: { host: string; user: string; database: string }
  drop(): Promise<void>
}

export async function cloneDatabase(template = TEMPLATE): Promise<TestDatabase> {
  const host = inject('postgresSocket')
  const database = `test_${randomBytes(8).toString('hex')}`
  const like = `template ${template} strategy ${inject('cloneStrategy')}`
  await asCluster(host, `create database ${database} ${like} owner ${OWNER_ROLE}`)
  return {
    app: { host, user: APP_ROLE, database },
    owner: { host, user: OWNER_ROLE, database },
    drop: () => asCluster(host, `drop database ${database} with (force)`),
  }
}

async function asCluster(host: string, statement: string): Promise<void> {
  const client = new Client({ host, user: CLUSTER_ROLE, database: 'postgres' })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
