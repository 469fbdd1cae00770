import { BREAK, buildUnitClasses, foldUnit, SKIPPED, SPACE } from './unit-classes.ts'

/**
 * Finds all literals in one pass (Aho and Corasick, 1975), with every failure link resolved into a
 * table: the alphabet of expressions is small, and each unit of a mail then costs two look-ups.
 */
export interface Automaton {
  /** Calls back for each occurrence with where it stands in the text, until it is told to stop. */
  scan(
    text: string,
    found: (literal: number, start: number, end: number) => 'stop' | undefined,
  ): void
}

const ROOT = 0

export function buildAutomaton(
  literals: readonly string[],
  spaces: 'apart' | 'skipped',
): Automaton {
  const folded = literals.map((literal) => Array.from(foldLiteral(literal, spaces)))
  const { classOf, classCount } = buildUnitClasses(new Set(folded.flat()), spaces)
  const words = folded.map((signs) =>
    signs.map((sign) => (sign === ' ' ? SPACE : (classOf[sign.charCodeAt(0)] ?? BREAK))),
  )
  const { next, literalAt, shorter, firstHit } = linkTrie(words, classCount)

  /** Where an occurrence begins: as many read units back as the literal has. */
  const findStart = (text: string, end: number, length: number): number => {
    let at = end
    for (let left = length; left > 0 && at > 0; ) {
      at -= 1
      const unit = classOf[text.charCodeAt(at)] ?? BREAK
      const isRepeated = unit === SPACE && classOf[text.charCodeAt(at - 1)] === SPACE
      if (unit !== SKIPPED && !isRepeated) left -= 1
    }
    return at
  }

  return {
    scan(text, found) {
      let node = ROOT
      let before = BREAK
      for (let at = 0; at < text.length; at++) {
        const unit = classOf[text.charCodeAt(at)] ?? BREAK
        if (unit === SKIPPED || (unit === SPACE && before === SPACE)) continue
        before = unit
        node = next[node * classCount + unit] ?? ROOT
        for (let hit = firstHit[node] ?? ROOT; hit !== ROOT; hit = shorter[hit] ?? ROOT) {
          const literal = literalAt[hit] ?? 0
          const length = words[literal - 1]?.length ?? 0
          if (found(literal - 1, findStart(text, at + 1, length), at + 1) === 'stop') return
        }
      }
    },
  }
}

/** A literal as the scan reads it; two that are read alike give the same. */
export function foldLiteral(literal: string, spaces: 'apart' | 'skipped'): string {
  const folded = Array.from(literal, foldUnit).join('')
  return spaces === 'apart' ? folded : folded.replaceAll(' ', '')
}

/** The trie with full transitions; `firstHit` and then `shorter` lead through the literals ending at a node. */
function linkTrie(words: readonly (readonly number[])[], classCount: number) {
  const nodesMax = words.reduce((sum, word) => sum + word.length, 1)
  const rows = new Uint16Array(nodesMax * classCount)
  const ends = new Uint16Array(nodesMax)
  const nodeCount = plantTrie(words, { rows, ends, classCount })
  const next = rows.slice(0, nodeCount * classCount)
  const literalAt = ends.slice(0, nodeCount)
  const shorter = resolveFailures(next, literalAt, classCount)
  const firstHit = shorter.map((hit, node) => ((literalAt[node] ?? 0) === 0 ? hit : node))
  return { next, literalAt, shorter, firstHit }
}

interface Trie {
  readonly rows: Uint16Array
  readonly ends: Uint16Array
  readonly classCount: number
}

/**
 * All first signs, then all second ones and so on: nodes are numbered by depth, and the shallow ones,
 * where a scan spends its time, lie together in the processor's cache.
 */
function plantTrie(
  words: readonly (readonly number[])[],
  { rows, ends, classCount }: Trie,
): number {
  const nodes = new Uint16Array(words.length)
  const depthMax = words.reduce((most, word) => Math.max(most, word.length), 0)
  let nodeCount = 1
  for (let depth = 0; depth < depthMax; depth++)
    for (const [literal, word] of words.entries()) {
      const unit = word[depth]
      if (unit === undefined) continue
      const edge = (nodes[literal] ?? ROOT) * classCount + unit
      const known = rows[edge] ?? ROOT
      const node = known === ROOT ? nodeCount++ : known
      rows[edge] = node
      nodes[literal] = node
      if (depth === word.length - 1) ends[node] = literal + 1
    }
  return nodeCount
}

/** In order of depth, so that a node's failure row is complete before it is copied from. */
function resolveFailures(
  next: Uint16Array,
  literalAt: Uint16Array,
  classCount: number,
): Uint16Array {
  const failure = new Uint16Array(literalAt.length)
  const shorter = new Uint16Array(literalAt.length)
  for (let node = ROOT; node < literalAt.length; node++) {
    const fallen = failure[node] ?? ROOT
    shorter[node] = (literalAt[fallen] ?? 0) === 0 ? (shorter[fallen] ?? ROOT) : fallen
    for (let unit = 0; unit < classCount; unit++) {
      const edge = node * classCount + unit
      const child = next[edge] ?? ROOT
      const across = node === ROOT ? ROOT : (next[fallen * classCount + unit] ?? ROOT)
      if (child === ROOT) next[edge] = across
      else failure[child] = across
    }
  }
  return shorter
}
