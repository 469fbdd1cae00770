import { Logger } from 'graphile-worker'

/**
 * Passes on warnings and errors of the queue. Its own lines about failed jobs are left out: the hub
 * writes better ones.
 */
export const queueLogger = new Logger(() => (level, message) => {
  if (level !== 'error' && level !== 'warning') return
  if (message.startsWith('Failed task')) return
  process.stderr.write(`${JSON.stringify({ level, part: 'queue', message })}\n`)
})
