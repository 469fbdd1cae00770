import type { TaskList } from 'graphile-worker'
import { writeLog } from '../log.ts'
import { nameOf } from '../log-error.ts'
import type { Hub } from '../hub.ts'
import type { Job } from './define-job.ts'

/** The jobs in the form the queue runs them. */
export function toTaskList(
  hub: Hub,
  jobs: readonly Job[],
  onFailure: (error: unknown) => void = () => {},
): TaskList {
  return Object.fromEntries(
    jobs.map(({ name, run }) => [
      name,
      async (payload: unknown, { job }: { job: { id: string; attempts: number } }) => {
        try {
          await run(hub, payload)
        } catch (error) {
          onFailure(error)
          writeLog('error', 'job-failed', {
            job: name,
            jobId: job.id,
            attempt: job.attempts,
            error: nameOf(error),
          })
          // The queue stores the message. An error made while reading evidence may quote it.
          throw new Error(nameOf(error))
        }
      },
    ]),
  )
}
