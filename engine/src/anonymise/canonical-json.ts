/**
 * JSON with sorted keys and no white space (RFC 8785), so that equal content has equal bytes.
 * Strings and numbers are written by `JSON.stringify`, which is what the RFC prescribes (§3.2.2).
 */
export function toCanonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toCanonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  // Keys in order of their UTF-16 units (§3.2.3), which is what sort() compares by default.
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${toCanonicalJson(member)}`)
  return `{${members.join(',')}}`
}
