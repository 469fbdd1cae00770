import { parentPort } from 'node:worker_threads'
import type { ThreadAnswer, ThreadRequest } from '../analysis/thread/parse-protocol.ts'
import type { MailRecord } from '../analysis/thread/mail-record.ts'

/**
 * A parsing thread that fails as it is told, because no bytes are known that make the real one fail.
 * The file is a list of orders, one a line, each standing for a mail: `fine`, `hang`, `exit`, `throw`, `memory`, `unkept`.
 * A file that begins with `open-` fails before its first mail.
 */
let orders: string[] = []
let next = 0
let isRead = true

parentPort?.on('message', (request: ThreadRequest) => {
  if (request.ask === 'register') return
  if (request.ask === 'open') {
    orders = Buffer.from(request.bytes).toString().split('\n')
    next = request.firstMail
    isRead = true
    if (orders[0]?.startsWith('open-')) return obey(orders[0].slice(5))
    return answer({ answer: 'opened', kind: 'archive', mailCount: orders.length, problems: [] })
  }
  const order = orders[next]
  if (order === undefined) return answer({ answer: 'done' })
  if (isRead) {
    isRead = false
    const bytes = new Uint8Array(Buffer.from(`${next} ${order}`))
    return answer({ answer: 'found', index: next, path: String(next), bytes })
  }
  isRead = true
  next += 1
  const index = next - 1
  if (order === 'fine') return answer({ answer: 'read', index, record: recordOf(next) })
  if (order !== 'unkept') return obey(order)
  // PostgreSQL takes no moment in a year of five digits as ECMA-262 writes it.
  const sentAt = new Date(Date.UTC(10_000, 0, 1))
  answer({ answer: 'read', index, record: { ...recordOf(next), sentAt } })
})

function obey(order: string): void {
  if (order === 'exit') process.exit(0)
  if (order === 'throw') throw new Error('as told')
  const hoard: unknown[] = []
  for (;;) if (order === 'memory') hoard.push(Array.from({ length: 10_000 }, () => ({})))
}

function recordOf(number: number): MailRecord {
  return {
    sha256: '',
    sizeBytes: 0,
    subject: `Mail ${number}`,
    isFile: false,
    fromAddress: 'a@sender.example',
    proposal: { value: 'unclear', confidence: 'weak', reasons: [] },
    problems: [],
    picture: { headers: [], parts: [], received: [] },
    findings: [],
    artefacts: [],
    files: [],
    indicators: [],
    sightings: [],
  }
}

function answer(it: ThreadAnswer): void {
  parentPort?.postMessage(it)
}
