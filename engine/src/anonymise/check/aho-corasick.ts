/**
 * Finds many strings in one pass (Aho and Corasick, 1975), whatever their number.
 * Transitions live in one open-addressed table of typed arrays: a map per node would need
 * hundreds of bytes for each of a hundred thousand nodes.
 */
export interface Automaton {
  readonly patternCount: number
  /** Calls back for each occurrence, overlapping ones too; `end` is exclusive. */
  scan(units: Uint16Array, found: (pattern: number, end: number) => void): void
}

const ROOT = 0
const NONE = -1

export function buildAutomaton(patterns: readonly string[]): Automaton {
  const nodesMax = patterns.reduce((sum, pattern) => sum + pattern.length, 1)
  const table = newTransitions(nodesMax)
  const patternAt = new Int32Array(nodesMax).fill(NONE)
  const nodeCount = plantTrie(patterns, table, patternAt)
  const { failure, output } = linkFailures(table, patternAt, nodeCount)

  return {
    patternCount: patterns.length,
    scan(units, found) {
      let node = ROOT
      for (let index = 0; index < units.length; index += 1) {
        const unit = units[index] ?? 0
        let next = table.next(node, unit)
        while (next === NONE && node !== ROOT) {
          node = failure[node] ?? ROOT
          next = table.next(node, unit)
        }
        node = next === NONE ? ROOT : next
        let hit = (patternAt[node] ?? NONE) === NONE ? (output[node] ?? NONE) : node
        while (hit !== NONE) {
          found(patternAt[hit] ?? NONE, index + 1)
          hit = output[hit] ?? NONE
        }
      }
    },
  }
}

interface Transitions {
  next(node: number, unit: number): number
  add(node: number, unit: number, target: number): void
  /** Every edge in the order it was added; a parent's edge always precedes its children's. */
  readonly edges: { readonly from: Int32Array; readonly unit: Uint16Array }
}

function newTransitions(nodesMax: number): Transitions {
  let capacity = 16
  while (capacity < nodesMax * 2) capacity *= 2
  const mask = capacity - 1
  const targets = new Int32Array(capacity).fill(NONE)
  const from = new Int32Array(nodesMax)
  const unitOf = new Uint16Array(nodesMax)

  const slotOf = (node: number, unit: number): number => {
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 0
    slot = (slot ^ (slot >>> 15)) & mask
    while (true) {
      const target = targets[slot] ?? NONE
      if (target === NONE || (from[target] === node && unitOf[target] === unit)) return slot
      slot = (slot + 1) & mask
    }
  }
  return {
    next: (node, unit) => targets[slotOf(node, unit)] ?? NONE,
    add(node, unit, target) {
      from[target] = node
      unitOf[target] = unit
      targets[slotOf(node, unit)] = target
    },
    edges: { from, unit: unitOf },
  }
}

function plantTrie(patterns: readonly string[], table: Transitions, patternAt: Int32Array): number {
  let nodeCount = 1
  for (const [index, pattern] of patterns.entries()) {
    let node = ROOT
    for (let at = 0; at < pattern.length; at += 1) {
      const unit = pattern.charCodeAt(at)
      let next = table.next(node, unit)
      if (next === NONE) {
        next = nodeCount
        nodeCount += 1
        table.add(node, unit, next)
      }
      node = next
    }
    if (node !== ROOT && patternAt[node] === NONE) patternAt[node] = index
  }
  return nodeCount
}

/** Failure and output links, shallow nodes before deep ones. */
function linkFailures(table: Transitions, patternAt: Int32Array, nodeCount: number) {
  const { from, unit } = table.edges
  const failure = new Int32Array(nodeCount)
  const output = new Int32Array(nodeCount).fill(NONE)
  for (const node of breadthFirst(from, nodeCount)) {
    const parent = from[node] ?? ROOT
    const letter = unit[node] ?? 0
    let border = parent === ROOT ? NONE : (failure[parent] ?? ROOT)
    let target = border === NONE ? ROOT : table.next(border, letter)
    while (target === NONE && border !== ROOT) {
      border = failure[border] ?? ROOT
      target = table.next(border, letter)
    }
    const suffix = target === NONE ? ROOT : target
    failure[node] = suffix
    const suffixIsPattern = (patternAt[suffix] ?? NONE) !== NONE
    output[node] = suffixIsPattern ? suffix : (output[suffix] ?? NONE)
  }
  return { failure, output }
}

/** All nodes but the root, by depth: counted first, then each put in its place. */
function breadthFirst(from: Int32Array, nodeCount: number): Int32Array {
  const depth = new Int32Array(nodeCount)
  const countAt: number[] = [0]
  for (let node = 1; node < nodeCount; node += 1) {
    const own = (depth[from[node] ?? 0] ?? 0) + 1
    depth[node] = own
    countAt[own] = (countAt[own] ?? 0) + 1
  }
  const nextAt: number[] = []
  let before = 0
  for (const [level, count] of countAt.entries()) {
    nextAt[level] = before
    before += count
  }
  const order = new Int32Array(nodeCount - 1)
  for (let node = 1; node < nodeCount; node += 1) {
    const level = depth[node] ?? 0
    const place = nextAt[level] ?? 0
    order[place] = node
    nextAt[level] = place + 1
  }
  return order
}
