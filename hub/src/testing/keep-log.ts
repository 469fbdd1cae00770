import { onTestFinished } from 'vitest'
import { sendLogTo } from '../log.ts'

/** Keeps what the hub logs until the test ends, line by line as it would be written. */
export function keepLog(): readonly string[] {
  const lines: string[] = []
  const before = sendLogTo((line) => lines.push(line))
  onTestFinished(() => {
    sendLogTo(before)
  })
  return lines
}
