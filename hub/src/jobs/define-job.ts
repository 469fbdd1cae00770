import type { Hub } from '../hub.ts'
import { type JobName, type JobPayload, jobPayloads } from './job-names.ts'

/** A job with the code that does it. */
export interface Job {
  readonly name: JobName
  /** Parses what it was told and does the work. Runs again after a crash, so it does the same thing only once. */
  readonly run: (hub: Hub, payload: unknown) => Promise<void>
}

/** Binds a job's name to its work; the payload is parsed, not believed. */
export function defineJob<Name extends JobName>(
  name: Name,
  work: (hub: Hub, payload: JobPayload<Name>) => Promise<void>,
): Job {
  return {
    name,
    run: (hub, payload) => work(hub, jobPayloads[name].parse(payload) as JobPayload<Name>),
  }
}
