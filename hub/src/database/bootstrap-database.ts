import { Client } from 'pg'
import type { EmbeddedPostgres } from './embedded-postgres.ts'
import { CLUSTER_ROLE } from './embedded-postgres.ts'

/** Role that owns every table and may do nothing outside its database. Used to apply migrations only. */
export const OWNER_ROLE = 'noroshi_owner'
/** Role the hub works as. It owns nothing and by itself may read nothing. */
export const APP_ROLE = 'noroshi_app'

/** Creates the owner and the database in a new built-in cluster. Does nothing the second time. */
export async function bootstrapDatabase(
  postgres: EmbeddedPostgres,
  name = 'noroshi',
): Promise<void> {
  const client = new Client(postgres.connection(CLUSTER_ROLE, 'postgres'))
  await client.connect()
  try {
    const owner = await client.query('select 1 from pg_roles where rolname = $1', [OWNER_ROLE])
    if (owner.rowCount === 0) {
      await client.query(`create role ${OWNER_ROLE} login createrole nosuperuser`)
    }
    const database = await client.query('select 1 from pg_database where datname = $1', [name])
    if (database.rowCount === 0) {
      await client.query(`create database ${client.escapeIdentifier(name)} owner ${OWNER_ROLE}`)
    }
  } finally {
    await client.end()
  }
}
