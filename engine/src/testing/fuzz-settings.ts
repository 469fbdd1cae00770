import process from 'node:process'

/** What fast-check is told: how often, how long, from where. */
export interface FuzzSettings {
  readonly seed: number
  readonly numRuns: number
  readonly interruptAfterTimeLimit: number
  readonly markInterruptAsFailure: false
}

/** In the run of all tests; there are some fifty properties. */
const SHORT_MS = 700

/**
 * How a property is searched: shortly and from the same seed in `npm test`, so that it gives everybody the same
 * answer; as long as wanted and from a new seed in `npm run fuzz`, which sets the variables. A property of which
 * one case may take as long as that says how long it wants.
 */
export function fuzzSettings(seed: number, shortMs = SHORT_MS): FuzzSettings {
  return {
    seed: readNumber('NOROSHI_FUZZ_SEED') ?? seed,
    numRuns: 100_000_000,
    interruptAfterTimeLimit: readNumber('NOROSHI_FUZZ_MS') ?? shortMs,
    markInterruptAsFailure: false,
  }
}

function readNumber(name: string): number | undefined {
  const value = Number(process.env[name] ?? Number.NaN)
  return Number.isSafeInteger(value) ? value : undefined
}
