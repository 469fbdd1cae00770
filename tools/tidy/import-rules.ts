import { STEPS } from '../../hub/src/case-flow.ts'
import type { Import } from './imports.ts'
import type { Untidy } from './list-files.ts'

/** Which part may import which, from the map in ARCHITECTURE.md. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  engine: [],
  reports: [],
  exchange: ['engine'],
  hub: ['contract', 'engine', 'exchange', 'reports'],
  web: ['contract'],
  cli: ['contract', 'engine', 'hub'],
  walks: ['contract', 'hub'],
  tools: ['contract', 'engine', 'exchange', 'reports', 'hub', 'cli', 'walks'],
}

/** Foundations of the hub by height; a file may import its own height and lower. */
const HEIGHTS: Readonly<Record<string, number>> = {
  clock: 0,
  limits: 0,
  'assert-past-days': 0,
  config: 0,
  ids: 0,
  refusals: 0,
  secrets: 0,
  log: 0,
  'log-error': 0,
  'crash-points': 0,
  threads: 0,
  database: 1,
  'evidence-store': 1,
  hub: 2,
  running: 2,
  audit: 3,
  jobs: 3,
  http: 3,
  people: 3,
  community: 4,
  knowledge: 4,
  restriction: 4,
  'case-flow': 4,
}
const STEP_HEIGHT = 5
const WIRING_HEIGHT = 9

// Reach, time and chance would make an analysis depend on where and when it runs (holds invariant 2).
const IMPURE = /^node:(fs|net|dns|http|https|http2|tls|child_process|cluster|dgram)(\/|$)/
const PURE_PARTS = ['engine', 'exchange', 'reports']
/** Reads WebAssembly of installed packages, which would otherwise be fetched from the network. */
const READS_PROGRAM = 'engine/src/files/load-wasm.ts'

export function checkImports(imports: readonly Import[]): Untidy[] {
  return imports.flatMap((one) => {
    const say = one.isOurs ? findWrongArrow(one) : findImpureImport(one)
    return say === undefined ? [] : [{ place: `${one.from} → ${one.to}`, say }]
  })
}

const isTest = (path: string) => /\.(test|fuzz|bench)\.tsx?$|\/testing\//.test(path)
const partOf = (path: string) => path.split('/')[0] ?? ''

function findImpureImport({ from, to }: Import): string | undefined {
  if (!PURE_PARTS.includes(partOf(from)) || isTest(from) || from === READS_PROGRAM) return undefined
  return IMPURE.test(to) ? 'This part reaches neither disk nor network.' : undefined
}

function findWrongArrow(one: Import): string | undefined {
  const [from, to] = [partOf(one.from), partOf(one.to)]
  if (from !== to) {
    const allowed = PARTS[from]
    if (allowed === undefined || allowed.includes(to) || isTest(one.from)) return undefined
    return `${from} may not import ${to}.`
  }
  return from === 'hub' ? findWrongHeight(one) : undefined
}

function unitOf(path: string): string {
  return (path.split('/')[2] ?? '').replace(/\.ts$/, '')
}

function heightOf(unit: string): number {
  const step = (STEPS as readonly string[]).indexOf(unit)
  if (step !== -1) return STEP_HEIGHT + step / 100
  return HEIGHTS[unit] ?? WIRING_HEIGHT
}

function findWrongHeight({ from, to }: Import): string | undefined {
  if (isTest(from)) return undefined
  const [unitFrom, unitTo] = [unitOf(from), unitOf(to)]
  if (unitFrom === unitTo) return undefined
  const [heightFrom, heightTo] = [heightOf(unitFrom), heightOf(unitTo)]
  if (heightTo > heightFrom) return 'Imports point from above to below.'
  const betweenSteps =
    heightFrom >= STEP_HEIGHT && heightFrom < WIRING_HEIGHT && heightTo >= STEP_HEIGHT
  if (betweenSteps && !to.endsWith('/index.ts')) return 'A step is read through its index.ts.'
  return undefined
}
