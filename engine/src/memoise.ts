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

/**
 * Remembers the last values by what the key says rather than which object it is: what a database gives is another
 * object each time. Keys are compared as JSON, each object once; `kept` bounds the memory.
 */
export function memoiseByContent<Key extends object, Value>(
  read: (key: Key) => Value,
  kept: number,
): (key: Key) => Value {
  const values = new Map<string, Value>()
  return memoise((key) => {
    const content = JSON.stringify(key)
    const value = values.get(content) ?? read(key)
    // Put behind the others, so that the first is the one not asked for longest.
    values.delete(content)
    values.set(content, value)
    const [oldest] = values.keys()
    if (values.size > kept && oldest !== undefined) values.delete(oldest)
    return value
  })
}
