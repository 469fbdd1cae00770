import { PROBE_KINDS } from '../probes/probe-kinds.ts'
import type { AddressKey } from '../to-address.ts'
import type { Counted } from './top-counts.ts'

/** What is kept of one source of requests. */
export interface SourceTally extends Counted {
  readonly address: AddressKey
  probes: number
  answered: number
  sizeBytes: number
  firstAt: number
  lastAt: number
  holder: string | undefined
  /** User agent of its first request that probed. */
  agent: string | undefined
  /** Requests of each kind of probing, in the order of the kinds; most sources have none. */
  kinds: Uint32Array | undefined
}

export function startSource(address: AddressKey): SourceTally {
  return {
    address,
    count: 0,
    missedMax: 0,
    probes: 0,
    answered: 0,
    sizeBytes: 0,
    firstAt: Number.POSITIVE_INFINITY,
    lastAt: Number.NEGATIVE_INFINITY,
    holder: undefined,
    agent: undefined,
    kinds: undefined,
  }
}

/** Counts requests of a kind for a source; true when they are its first of that kind. */
export function countKind(source: SourceTally, kind: number, count: number): boolean {
  source.kinds ??= new Uint32Array(PROBE_KINDS.length)
  const before = source.kinds[kind] ?? 0
  source.kinds[kind] = before + count
  return before === 0
}

/** Whoever probes is kept before whoever only asks much. */
export function worthOfSource({ count, probes }: SourceTally): number {
  return probes > 0 ? 2 ** 40 + probes : count
}

/** What is kept of one path. */
export interface PathTally extends Counted {
  readonly path: string
  answered: number
  probes: number
  /** Kinds of probing as bits. */
  kinds: number
}

export function startPath(path: string): PathTally {
  return { path, count: 0, missedMax: 0, answered: 0, probes: 0, kinds: 0 }
}
