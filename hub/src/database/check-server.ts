import { Client } from 'pg'
import { z } from 'zod'
import type { DatabaseAddress } from './pool.ts'

const Server = z.object({ version: z.coerce.number(), encoding: z.string() })
const VERSION_MIN = 150_000

/** Refuses a server on which the hub would lose text or miss what it relies on. */
export async function checkServer(address: DatabaseAddress): Promise<void> {
  const client = new Client(address)
  await client.connect()
  try {
    const { rows } = await client.query(
      `select current_setting('server_version_num') as version,
              current_setting('server_encoding') as encoding`,
    )
    const { version, encoding } = Server.parse(rows[0])
    if (version < VERSION_MIN) throw new Error('The hub needs PostgreSQL 15 or newer.')
    if (encoding !== 'UTF8') {
      throw new Error(`The database is encoded in ${encoding}. Create it with ENCODING 'UTF8'.`)
    }
  } finally {
    await client.end()
  }
}
