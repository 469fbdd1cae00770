import { expect, test } from 'vitest'
import { loadWasm } from '../load-wasm.ts'
import { isStepCounter, meterLoops, STEPS_LEFT } from './meter-loops.ts'

const bytes = (...pieces: readonly (number | string)[]) =>
  Buffer.concat(
    pieces.map((one) =>
      typeof one === 'string' ? Buffer.from(one, 'latin1') : Buffer.from([one]),
    ),
  )
const section = (id: number, ...content: readonly (number | string)[]) => {
  const body = bytes(...content)
  return Buffer.concat([Buffer.from([id, body.length]), body])
}

/**
 * `count(n)`: adds one to a local until it is n, and answers it. Written by hand after the core
 * specification §5.5; its global is there because every program of a compiler has one.
 */
const COUNT = Buffer.concat([
  bytes('\0asm', 1, 0, 0, 0),
  section(1, 1, 0x60, 1, 0x7f, 1, 0x7f),
  section(3, 1, 0),
  section(6, 1, 0x7f, 0, 0x41, 0, 0x0b),
  section(7, 1, 5, 'count', 0, 0),
  section(
    10,
    ...[1, 23, 1, 1, 0x7f],
    ...[0x03, 0x40, 0x20, 1, 0x41, 1, 0x6a, 0x22, 1, 0x20, 0, 0x48, 0x0d, 0, 0x0b],
    ...[0x20, 1, 0x0b],
  ),
])

async function start(program: Uint8Array) {
  const compiled = await WebAssembly.compile(program)
  const { exports } = await WebAssembly.instantiate(compiled, {})
  const count = exports['count'] as (rounds: number) => number
  const steps = exports[STEPS_LEFT]
  if (!isStepCounter(steps)) throw new Error('no counter')
  return { count, steps }
}

test('a metered program does the same, and says how many rounds its loops made', async () => {
  const { count, steps } = await start(meterLoops(COUNT))
  steps.value = 1_000
  expect(count(300)).toBe(300)
  expect(steps.value).toBe(700)
})

test('a metered program stops when its steps are used up', async () => {
  const { count, steps } = await start(meterLoops(COUNT))
  steps.value = 1_000
  expect(() => count(1_000_000)).toThrow(/unreachable/)
  expect(steps.value).toBe(0)
})

test.each(['7z', 'barcodes', 'yara'] as const)(
  'every instruction of %s is known, and what comes out is valid',
  async (name) => {
    await expect(WebAssembly.compile(meterLoops(await loadWasm(name)))).resolves.toBeDefined()
  },
)

test('an instruction that is not known is refused and not stepped over', () => {
  const unknown = Buffer.from(COUNT)
  unknown[unknown.indexOf(Buffer.from([0x41, 1, 0x6a])) + 2] = 0xf7
  expect(() => meterLoops(unknown)).toThrow(/unknown/)
})
