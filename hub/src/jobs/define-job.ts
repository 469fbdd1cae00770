import type { Hub } from '../hub.ts'
import { type JobName, type JobPayload, jobPayloads } from './job-names.ts'

/** A job with the code that does it. */
export interface Job {
  readonly name: JobName
  /** Parses what it was told and does the work. Runs again after a crash, so it does the same thing only once. */
  readonly run: (hub: Hub, payload: unknown) => Promise<void>
  /** After the last attempt has failed: says so where people look, for nothing runs any more. */
  readonly giveUp?: (hub: Hub, payload: unknown) => Promise<void>
}

type JobWork<Name extends JobName> = (hub: Hub, payload: JobPayload<Name>) => Promise<void>

/** Binds a job's name to its work; the payload is parsed, not believed. */
export function defineJob<Name extends JobName>(
  name: Name,
  work: JobWork<Name>,
  { giveUp }: { readonly giveUp?: JobWork<Name> } = {},
): Job {
  const parsed = (doIt: JobWork<Name>) => (hub: Hub, payload: unknown) =>
    doIt(hub, jobPayloads[name].parse(payload) as JobPayload<Name>)
  return { name, run: parsed(work), ...(giveUp !== undefined && { giveUp: parsed(giveUp) }) }
}
