type LogValue = string | number | boolean | undefined

/** One line of the hub's log as JSON. Only ids, codes, hashes and counts: never words of people or evidence. */
export function writeLog(
  level: 'info' | 'warning' | 'error',
  event: string,
  detail: Readonly<Record<string, LogValue>> = {},
): void {
  process.stderr.write(
    `${JSON.stringify({ at: new Date().toISOString(), level, event, ...detail })}\n`,
  )
}
