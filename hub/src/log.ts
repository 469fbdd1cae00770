type LogValue = string | number | boolean | undefined
type LogLevel = 'info' | 'warning' | 'error'
type LogDestination = (line: string, level: LogLevel) => void

const toStandardError: LogDestination = (line) => {
  process.stderr.write(line)
}
let destination = toStandardError

/** One line of the hub's log as JSON. Only ids, codes, hashes and counts: never words of people or evidence. */
export function writeLog(
  level: LogLevel,
  event: string,
  detail: Readonly<Record<string, LogValue>> = {},
): void {
  const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...detail })
  destination(`${line}\n`, level)
}

/** Sends the lines elsewhere, in this process, and says where they went before. For tests; a hub writes to standard error. */
export function sendLogTo(elsewhere: LogDestination): LogDestination {
  const before = destination
  destination = elsewhere
  return before
}
