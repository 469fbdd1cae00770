/**
 * Remembers what was read of an object for as long as the object lives. Several techniques ask the
 * same of one mail; the answer depends on the mail alone.
 */
export function memoise<Key extends object, Value>(read: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>()
  // Mails are read one after another: nearly every question is about the object asked for last.
  let last: { readonly key: Key; readonly value: Value } | undefined
  return (key) => {
    if (last !== undefined && last.key === key) return last.value
    const value = known.get(key) ?? read(key)
    known.set(key, value)
    last = { key, value }
    return value
  }
}
