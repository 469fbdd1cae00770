/** What a NUL is shown as: PostgreSQL keeps none in text or JSON, and dropping it would move every offset. */
const NUL_PICTURE = '\u2400'

/** Text that PostgreSQL accepts, of the same length: no NUL, no half of a surrogate pair. */
export function toStorableText(text: string): string {
  return text.replaceAll('\u0000', NUL_PICTURE).toWellFormed()
}

/** The same for every string inside a value that will become JSON. Dates and bytes must not be in it. */
export function toStorable<T>(value: T): T {
  return storable(value) as T
}

function storable(value: unknown): unknown {
  if (typeof value === 'string') return toStorableText(value)
  if (Array.isArray(value)) return value.map(storable)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([name, inner]) => [toStorableText(name), storable(inner)]),
  )
}
