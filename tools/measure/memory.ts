import { setImmediate as nextTurn } from 'node:timers/promises'
import { analyse, buildRegister } from 'engine'
import { readMails } from '../bench/read-mails.ts'

/** Memory must be the same after 100,000 mails as after 10,000: `node tools/measure/memory.ts FOLDER [COUNT]`. */
const [folder = '.', count = '100000'] = process.argv.slice(2)
const STEPS = 10

const mails = readMails(folder)
const register = buildRegister({ organisations: [] })
const step = Math.ceil(Number(count) / STEPS)
for (let done = 0; done < Number(count); ) {
  for (const end = done + step; done < end; done++) {
    await analyse(mails[done % mails.length] ?? new Uint8Array(), { register })
    // As between two messages of a thread: memory outside the heap is only given back between turns.
    await nextTurn()
  }
  const { rss, heapUsed } = process.memoryUsage()
  const toMb = (bytes: number) => `${Math.round(bytes / 1e6)} MB`
  process.stdout.write(`${done} mails: ${toMb(rss)} resident, ${toMb(heapUsed)} of heap in use\n`)
}
