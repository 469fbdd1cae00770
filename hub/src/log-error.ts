/** Name of an error and the place in our code it came from, without its words, which may quote evidence. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const place = /\/((?:hub|engine|exchange|reports)\/src\/[\w./-]+:\d+)/.exec(
    error.stack ?? '',
  )?.[1]
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  return `${error.name}${code}${place === undefined ? '' : ` at ${place}`}`
}
