import { Logger } from 'graphile-worker'

/**
 * Passes on warnings and errors of the queue. Its own lines about single jobs are left out: they hold
 * payloads, and the hub writes its own.
 */
export const queueLogger = new Logger((scope) => (level, message) => {
  if (level !== 'error' && level !== 'warning') return
  if (scope.jobId !== undefined) return
  process.stderr.write(`${JSON.stringify({ level, part: 'queue', message })}\n`)
})
