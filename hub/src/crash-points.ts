/**
 * Places at which a test may kill the process, in the order a submission passes them.
 * A kill test starts the hub with `CRASH_AT=<place>:<n>` for every place and checks that
 * nothing acknowledged was lost. Without the setting each place costs one comparison.
 */
export const CRASH_POINTS = [
  /** The bytes lie in a temporary file, synced, without their name. */
  'intake.bytes-temp',
  /** The file has its name and the folder is synced; no row speaks of it yet. */
  'intake.bytes-named',
  /** Row, job and audit line are written, not committed. */
  'intake.before-commit',
  /** Everything is durable; the sender has no answer yet. */
  'intake.after-commit',
  /** The job has begun and said so in the row. */
  'analysis.started',
  /** The engine has answered; nothing of it is stored. */
  'analysis.parsed',
  /** Mails and findings are written, not committed. */
  'analysis.before-commit',
  /** The result is durable; the queue does not know that the job is done. */
  'analysis.after-commit',
] as const
export type CrashPoint = (typeof CRASH_POINTS)[number]

let armed: { readonly point: CrashPoint; passesLeft: number } | undefined

/** Arms one place from the text `<place>:<n>`: the process dies at the n-th pass. */
export function armCrashPoint(setting: string | undefined): void {
  if (setting === undefined || setting === '') {
    armed = undefined
    return
  }
  const [name, count = '1'] = setting.split(':')
  const point = CRASH_POINTS.find((known) => known === name)
  const passesLeft = Number(count)
  if (point === undefined || !Number.isInteger(passesLeft) || passesLeft < 1) {
    throw new Error(`CRASH_AT must be <place>:<n>; places are ${CRASH_POINTS.join(', ')}.`)
  }
  armed = { point, passesLeft }
}

/** Dies here, as in a power cut, when this place is armed and its turn has come. */
export function crashPoint(point: CrashPoint): void {
  if (armed?.point !== point) return
  armed.passesLeft -= 1
  if (armed.passesLeft === 0) process.kill(process.pid, 'SIGKILL')
}
