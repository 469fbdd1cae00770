/** Fields of a JSON file that somebody wrote by hand: whatever has another type than it should is an error that says where. */

export function toRecord(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Readonly<Record<string, unknown>>
  throw new TypeError(`${at}: object expected`)
}

/** A list that is left out is empty. */
export function toList(value: unknown, at: string): readonly unknown[] {
  if (value === undefined) return []
  if (Array.isArray(value)) return value
  throw new TypeError(`${at}: list expected`)
}

export function toTexts(value: unknown, at: string): string[] {
  return toList(value, at).map((one, index) => toText(one, `${at}[${index}]`))
}

export function toText(value: unknown, at: string): string {
  if (typeof value === 'string') return value
  throw new TypeError(`${at}: text expected`)
}
