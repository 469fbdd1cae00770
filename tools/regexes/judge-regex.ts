import { check } from 'recheck'
import { growsTooFast } from './grows-too-fast.ts'
import type { WrittenRegex } from './list-regexes.ts'

/** What is wrong with an expression: a text that takes it more than linear time. */
export async function judgeRegex({ source, flags }: WrittenRegex): Promise<string | undefined> {
  const verdict = await check(source, flags, { timeout: 1_500 })
  if (verdict.status === 'safe') return undefined
  if (verdict.status === 'vulnerable')
    return `${verdict.complexity.summary}: ${verdict.attack.pattern.slice(0, 120)}`
  const pump = growsTooFast(source, flags)
  return pump === undefined ? undefined : `grows too fast on ${JSON.stringify(pump)}`
}
