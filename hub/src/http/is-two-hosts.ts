/**
 * Whether a request names its host twice. Node reads the first and a proxy in front may read the last, so that the two
 * would not speak of the same site; such a request is answered 400 (RFC 9112 §3.2).
 */
export function isTwoHosts(rawHeaders: readonly string[] = []): boolean {
  const names = rawHeaders.filter((_, at) => at % 2 === 0)
  return names.filter((name) => name.toLowerCase() === 'host').length > 1
}
