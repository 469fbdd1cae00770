import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Database } from './database/db.ts'
import type { EvidenceStore } from './evidence-store/evidence-store.ts'
import type { Secrets } from './secrets.ts'

/** What a process of the hub works with. Passed in everywhere; nothing is reached through globals. */
export interface Hub {
  readonly config: Config
  readonly clock: Clock
  readonly database: Database
  readonly evidence: EvidenceStore
  readonly secrets: Secrets
}
