import type { PdfDict, PdfValue } from './pdf-value.ts'

/**
 * Calls for every dictionary in a value. References are not followed: each object is visited by
 * itself, so a ring of references costs nothing.
 */
export function visitDicts(value: PdfValue, visit: (dict: PdfDict) => void): void {
  const waiting: PdfValue[] = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (typeof next !== 'object') continue
    if (next.is === 'array') for (const item of next.items) waiting.push(item)
    if (next.is !== 'dict') continue
    visit(next)
    for (const item of next.entries.values()) waiting.push(item)
  }
}
