import { isAttackTool } from '../../web-log/probes/agent-marks.ts'
import { weighSource } from '../../web-log/weigh-source.ts'
import type { CaseLog, CaseLogSource } from './case-record.ts'

const RANK = { strong: 2, medium: 1, weak: 0 } as const

/**
 * Sources that a technique names with more than a weak sign, and those that name the tool they attack with, each once over all logs of a case, the most telling
 * first: whoever was answered, then whoever tried most, in ways and in requests.
 */
export function listAttackingSources(logs: readonly CaseLog[]): readonly CaseLogSource[] {
  const merged = new Map<string, CaseLogSource>()
  for (const source of logs.flatMap(({ sources }) => sources)) {
    const known = merged.get(source.address)
    merged.set(source.address, known === undefined ? source : merge(known, source))
  }
  return [...merged.values()]
    .filter((source) => source.type !== 'host' && isTelling(source))
    .sort(
      (a, b) =>
        RANK[weighSource(b)] - RANK[weighSource(a)] ||
        b.kinds.length - a.kinds.length ||
        b.probes - a.probes ||
        (a.address < b.address ? -1 : 1),
    )
}

/** A sign that is weak by itself tells of an attack where it is given often, by whoever names the tool it attacks with. */
const isTelling = (source: CaseLogSource): boolean =>
  weighSource(source) !== 'weak' ||
  (isAttackTool(source.agent ?? '') && source.probes >= TOOL_PROBES_MIN)
const TOOL_PROBES_MIN = 10

function merge(one: CaseLogSource, other: CaseLogSource): CaseLogSource {
  const first = [one.firstOn, other.firstOn].filter((day) => day !== undefined).sort()
  const last = [one.lastOn, other.lastOn].filter((day) => day !== undefined).sort()
  const [firstOn, lastOn] = [first.at(0), last.at(-1)]
  const { address, type } = one
  const holder = one.holder ?? other.holder
  const agent = one.agent ?? other.agent
  return {
    ...{ address, type },
    count: one.count + other.count,
    probes: one.probes + other.probes,
    answered: one.answered + other.answered,
    kinds: [...one.kinds, ...other.kinds].reduce(addKind, []),
    ...(holder === undefined ? {} : { holder }),
    ...(agent === undefined ? {} : { agent }),
    ...(firstOn === undefined ? {} : { firstOn }),
    ...(lastOn === undefined ? {} : { lastOn }),
  }
}

function addKind(
  kinds: CaseLogSource['kinds'],
  more: CaseLogSource['kinds'][number],
): CaseLogSource['kinds'] {
  return kinds.some(({ kind }) => kind === more.kind)
    ? kinds.map((one) =>
        one.kind === more.kind ? { kind: one.kind, count: one.count + more.count } : one,
      )
    : [...kinds, more]
}
