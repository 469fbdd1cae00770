import type { TaskList } from 'graphile-worker'
import { writeLog } from '../log.ts'
import { nameOf } from '../log-error.ts'
import type { Hub } from '../hub.ts'
import type { Job } from './define-job.ts'

/** What the queue tells of one run. */
interface QueuedJob {
  readonly id: string
  readonly attempts: number
}

/** The jobs in the form the queue runs them. */
export function toTaskList(
  hub: Hub,
  jobs: readonly Job[],
  onFailure: (error: unknown) => void = () => {},
): TaskList {
  return Object.fromEntries(
    jobs.map((task) => [
      task.name,
      async (payload: unknown, { job }: { job: QueuedJob & { readonly max_attempts: number } }) => {
        try {
          await task.run(hub, payload)
        } catch (error) {
          onFailure(error)
          logFailure('job-failed', task, job, error)
          if (job.attempts >= job.max_attempts) await giveUp(hub, task, payload, job)
          // The queue stores the message. An error made while reading evidence may quote it.
          throw new Error(nameOf(error))
        }
      },
    ]),
  )
}

/** The job is set aside with its own error, whatever comes of saying so. */
export async function giveUp(hub: Hub, task: Job, payload: unknown, job: QueuedJob): Promise<void> {
  try {
    await task.giveUp?.(hub, payload)
  } catch (error) {
    logFailure('giving-up-failed', task, job, error)
  }
}

function logFailure(event: string, { name }: Job, { id, attempts }: QueuedJob, error: unknown) {
  writeLog('error', event, { job: name, jobId: id, attempt: attempts, error: nameOf(error) })
}
