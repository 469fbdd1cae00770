import { describe, expect, test } from 'vitest'
import { startBudget } from './files/archives/archive-member.ts'
import { limits } from './limits.ts'
import { analyse } from './analyse.ts'
import { buildRegister } from './register/build-register.ts'
import { HOSTILE_SHAPES } from './testing/hostile/hostile-shapes.ts'

// Work is counted, not timed: what may be unpacked, read, searched and tried of a mail is bounded by its size, and
// `node tools/hostile.ts` says how long that takes.

const SIZE_BYTES = 20_000
const register = buildRegister({ organisations: [] })
const NAMES = HOSTILE_SHAPES.map(({ name }) => name)

test('every shape has a name of its own', () => {
  expect(new Set(NAMES).size).toBe(NAMES.length)
})

describe.each(HOSTILE_SHAPES.map((shape) => [shape.name, shape] as const))('%s', (_name, shape) => {
  test('is analysed within the limits, twice the same', async () => {
    const bytes = await shape.make(SIZE_BYTES)
    const { artefacts, problems, findings, indicators } = await analyse(bytes, { register })

    expect(artefacts.length).toBeLessThanOrEqual(limits.artefactsMax)
    const unpacked = artefacts
      .slice(1)
      .reduce((sum, { content }) => sum + (content?.length ?? 0), 0)
    expect(unpacked).toBeLessThanOrEqual(startBudget(bytes.length).bytesLeft * 2)
    for (const { path } of artefacts) expect(path.length).toBeLessThanOrEqual(500)
    const texts = artefacts.reduce((sum, { reading }) => sum + (reading?.text.length ?? 0), 0)
    expect(texts).toBeLessThanOrEqual(limits.readingsCharsMax)

    const again = await analyse(bytes, { register })
    expect(again.findings).toEqual(findings)
    expect(again.problems).toEqual(problems)
    expect(again.indicators).toEqual(indicators)
  })
})
