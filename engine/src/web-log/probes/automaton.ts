import { Buffer } from 'node:buffer'

const BYTES = 256

/**
 * Looks for many texts in one walk over the bytes (Aho and Corasick, CACM 18(6), 1975), compiled to a table: the
 * time depends on the length of the request alone, whatever its sender wrote and however many texts there are.
 * Upper case is read as lower case, `\` as `/`.
 */
export class Automaton {
  /**
   * Next state by state and class, already multiplied by the number of classes; as its complement when a text ends
   * there, so that one sign tells.
   */
  private readonly next: Int32Array
  private readonly classOf: Uint8Array
  private readonly classes: number
  /** First text that ends in a state, and the next one that ends there too; -1 for none. */
  private readonly firstEnding: Int32Array
  private readonly nextEnding: Int32Array

  constructor(texts: readonly string[]) {
    const classOf = toClasses(texts)
    this.classOf = classOf
    this.classes = 1 + Math.max(...classOf)
    const trie = buildTrie(texts, classOf, this.classes)
    this.nextEnding = new Int32Array(texts.length).fill(-1)
    this.firstEnding = new Int32Array(trie.length).fill(-1)
    for (const [at, state] of trie.endings.entries()) {
      this.nextEnding[at] = this.firstEnding[state] ?? -1
      this.firstEnding[state] = at
    }
    this.next = new Int32Array(trie.length * this.classes)
    this.compile(trie.edges)
    this.markEndings()
  }

  /** Calls back with the number of each text found and where it ends. */
  scan(
    bytes: Buffer | Uint8Array,
    start: number,
    end: number,
    onFound: (text: number, end: number) => void,
  ): void {
    const { next, classOf, classes, firstEnding } = this
    let state = 0
    for (let at = start; at < end; at++) {
      state = next[state + (classOf[bytes[at] ?? 0] ?? 0)] ?? 0
      if (state >= 0) continue
      state = ~state
      let text = firstEnding[state / classes] ?? -1
      while (text >= 0) {
        onFound(text, at + 1)
        text = this.nextEnding[text] ?? -1
      }
    }
  }

  /** Breadth first: a state's failure link is known before its children need it. */
  private compile(edges: readonly Map<number, number>[]): void {
    const { next, classes } = this
    const failure = new Int32Array(edges.length)
    const queue = [0]
    for (let head = 0; head < queue.length; head++) {
      const state = queue[head] ?? 0
      const back = failure[state] ?? 0
      if (state !== 0) this.joinEndings(state, back)
      for (let sign = 0; sign < classes; sign++) {
        const child = edges[state]?.get(sign)
        const fallback = state === 0 ? 0 : (next[back * classes + sign] ?? 0)
        next[state * classes + sign] = child === undefined ? fallback : child * classes
        if (child === undefined) continue
        failure[child] = fallback / classes
        queue.push(child)
      }
    }
  }

  private markEndings(): void {
    const { next, classes, firstEnding } = this
    for (const [at, state] of next.entries())
      if ((firstEnding[state / classes] ?? -1) >= 0) next[at] = ~state
  }

  /** What ends in the longest proper suffix ends here as well. */
  private joinEndings(state: number, back: number): void {
    const inherited = this.firstEnding[back] ?? -1
    let last = this.firstEnding[state] ?? -1
    if (last < 0) {
      this.firstEnding[state] = inherited
      return
    }
    while ((this.nextEnding[last] ?? -1) >= 0) last = this.nextEnding[last] ?? -1
    this.nextEnding[last] = inherited
  }
}

/** Class 0 is every byte that no text holds. */
function toClasses(texts: readonly string[]): Uint8Array {
  const classOf = new Uint8Array(BYTES)
  let count = 0
  for (const text of texts)
    for (const byte of Buffer.from(text, 'latin1')) classOf[byte] ||= ++count
  for (let byte = 0x41; byte <= 0x5a; byte++) classOf[byte] = classOf[byte | 0x20] ?? 0
  classOf[0x5c] = classOf[0x2f] ?? 0
  return classOf
}

function buildTrie(texts: readonly string[], classOf: Uint8Array, classes: number) {
  const edges: Map<number, number>[] = [new Map()]
  const endings = texts.map((text) => {
    let state = 0
    for (const byte of Buffer.from(text, 'latin1')) {
      const sign = (classOf[byte] ?? 0) % classes
      const known = edges[state]?.get(sign)
      const child = known ?? edges.length
      if (known === undefined) {
        edges[state]?.set(sign, child)
        edges.push(new Map())
      }
      state = child
    }
    return state
  })
  return { edges, endings, length: edges.length }
}
