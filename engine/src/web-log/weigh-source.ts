import type { Weight } from '../techniques/technique.ts'
import type { SourceSummary } from './log-summary.ts'
import { isTellingKind, isWeakKind } from './say-probe.ts'
import type { ProbeKind } from './probes/probe-kinds.ts'

type Source = Pick<SourceSummary, 'kinds' | 'answered' | 'count'>

/** How much the probing of one source says. Weak is what search engines and surveys of the network do too. */
export function weighSource({ kinds, answered }: Source): Weight {
  if (kinds.every(({ kind }) => isWeakKind(kind))) return 'weak'
  return answered > 0 && kinds.some(({ kind }) => isTellingKind(kind)) ? 'strong' : 'medium'
}

/** Requests of which an office with one address sends many too: wrong passwords and forms. */
const EVERYDAY: ReadonlySet<ProbeKind> = new Set(['login-guessing', 'form-flood'])

/** One in so many requests must look for a hole; a crawler or an office comes nowhere near. */
const ORDINARY_PER_PROBE_MAX = 10

/**
 * Whether a source did little else than look for holes. An office or a mobile network with one address is
 * not so: one of its many people may, and its address is that of a victim.
 */
export function isPlainAttacker({ kinds, count }: Source): boolean {
  const marked = kinds
    .filter(({ kind }) => !EVERYDAY.has(kind) && !isWeakKind(kind))
    .reduce((sum, one) => sum + one.count, 0)
  return marked > 0 && marked * ORDINARY_PER_PROBE_MAX >= count
}
