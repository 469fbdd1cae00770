import { join } from 'node:path'
import { systemClock } from './clock.ts'
import { type Config, UnfitSettings } from './config.ts'
import { type DatabaseOptions, openDatabase } from './database/db.ts'
import { openPool } from './database/pool.ts'
import { openFileEvidenceStore } from './evidence-store/file-evidence-store.ts'
import type { Hub } from './hub.ts'
import { loadMasterKey } from './master-key.ts'
import { openSecrets } from './secrets.ts'

/** Opens everything a process of the hub works with. */
export async function openHub(
  config: Config,
  { isForgetful = false }: Pick<DatabaseOptions, 'isForgetful'> = {},
): Promise<Hub> {
  const { dataFolder, databaseUrl, databaseConnections, masterKeyFile, draftSeconds } = config
  if (databaseUrl === undefined) {
    throw new UnfitSettings(
      'A single process of the hub needs NOROSHI_DATABASE_URL; "noroshi serve" sets it.',
    )
  }
  const secrets = openSecrets(loadMasterKey(masterKeyFile ?? join(dataFolder, 'master.key')))
  const pool = openPool({ connectionString: databaseUrl }, { connectionsMax: databaseConnections })
  return {
    ...{ config, secrets },
    clock: systemClock,
    database: openDatabase(pool, systemClock, { preparationMs: draftSeconds * 1000, isForgetful }),
    evidence: await openFileEvidenceStore(join(dataFolder, 'evidence'), secrets),
  }
}
