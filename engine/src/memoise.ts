/**
 * Remembers what was read of an object for as long as the object lives. Several techniques ask the
 * same of one mail; the answer depends on the mail alone.
 */
export function memoise<Key extends object, Value>(read: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const value = read(key)
    known.set(key, value)
    return value
  }
}
