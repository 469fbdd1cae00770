import { createHash } from 'node:crypto'

/** Bytes in which one search found nothing at all, remembered by their hash. */
export interface CleanBytes {
  /** How many letters it took to read them to their end; undefined when they are not known to be clean. */
  lettersOf(key: string): number | undefined
  add(key: string, letters: number): void
}

/** The forms and lines of some bulletins, a hundred bytes each; what is older is searched again. */
const KNOWN_MAX = 1024

/**
 * A bulletin is searched when it is checked, shown to each provider and released, every time by itself and inside
 * its forms. What is the same to the last byte has the same answer; only what is clean without a doubt is kept.
 */
export function rememberCleanBytes(): CleanBytes {
  const known = new Map<string, number>()
  return {
    lettersOf: (key) => known.get(key),
    add(key, letters) {
      known.set(key, letters)
      for (const oldest of known.keys()) {
        if (known.size <= KNOWN_MAX) break
        known.delete(oldest)
      }
    },
  }
}

/** The same bytes are another question when other values in them are permitted. */
export function toBytesKey(bytes: Uint8Array, permitted: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(permitted)).update(bytes).digest('base64')
}
