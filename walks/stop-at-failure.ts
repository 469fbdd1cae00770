import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import type { Visitor } from './visitor.ts'

const PICTURES = join(import.meta.dirname, '..', '.cache', 'walks')

/**
 * For a file whose tests are one walk: after one that failed the rest is passed over, because it stands on what
 * did not happen. What every visitor saw at that moment is kept as a picture in `.cache/walks`.
 */
export function stopAtFailure(listVisitors: () => readonly (Visitor | undefined)[]): void {
  let isStopped = false
  beforeEach(({ skip }) => {
    if (isStopped) skip()
  })
  afterEach(async ({ task }) => {
    if (isStopped || task.result?.state !== 'fail') return
    isStopped = true
    mkdirSync(PICTURES, { recursive: true })
    for (const [at, visitor] of listVisitors().entries()) {
      await visitor?.page.screenshot({ path: join(PICTURES, `${at}.png`) }).catch(() => {})
    }
  })
}
