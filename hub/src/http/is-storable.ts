/**
 * Whether PostgreSQL can hold every text in a parsed request. NUL and half a surrogate pair cannot be stored
 * (PostgreSQL §8.3, §8.14): let through, either would end as an error of ours that anybody can cause at will.
 * The list of what is still to be looked at is our own, so that deep nesting does not exhaust the stack.
 */
export function isStorable(value: unknown): boolean {
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (typeof next === 'string') {
      if (next.includes('\0') || !next.isWellFormed()) return false
    } else if (typeof next === 'object' && next !== null) {
      for (const [name, member] of Object.entries(next)) waiting.push(name, member)
    }
  }
  return true
}
