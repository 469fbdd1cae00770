/**
 * Places at which a test may kill the process, in the order a mail on its way to a warning passes them.
 * A kill test starts the hub with `CRASH_AT=<place>:<n>` for every place and checks that
 * nothing acknowledged was lost. Without the setting each place costs one comparison.
 * `CRASH_AT=<place>:<n>:pause` holds the process there instead, so that the test can kill what it works with.
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
  /** A provider's answer and what follows from it are written, not committed. */
  'approval.before-commit',
  /** The answer is durable; the provider has not been told. */
  'approval.after-commit',
  /** Release, feed objects and notices are written, not committed. */
  'sharing.before-commit',
  /** The bulletin is out; the lead has not been told. */
  'sharing.after-commit',
  /** An ordered release is due and written, not committed. */
  'releasing.before-commit',
  /** It is out; the queue does not know that the job is done. */
  'releasing.after-commit',
  /** Each notice has its job, not committed. */
  'notices.queued',
  /** The relay has taken a notice; nobody has written that down. */
  'notices.taken',
  /** It is written down; the queue does not know that the job is done. */
  'notices.sent',
] as const
export type CrashPoint = (typeof CRASH_POINTS)[number]

interface Armed {
  readonly point: CrashPoint
  passesLeft: number
  readonly signal: 'SIGKILL' | 'SIGSTOP'
}
let armed: Armed | undefined

const SIGNALS: ReadonlyMap<string, Armed['signal']> = new Map([
  ['kill', 'SIGKILL'],
  ['pause', 'SIGSTOP'],
])

/** Arms one place from the text `<place>:<n>`: the process dies, or with `:pause` stands still, at the n-th pass. */
export function armCrashPoint(setting: string | undefined): void {
  if (setting === undefined || setting === '') {
    armed = undefined
    return
  }
  const [name, count = '1', how = 'kill'] = setting.split(':')
  const point = CRASH_POINTS.find((known) => known === name)
  const passesLeft = Number(count)
  const signal = SIGNALS.get(how)
  if (
    point === undefined ||
    signal === undefined ||
    !(Number.isInteger(passesLeft) && passesLeft > 0)
  ) {
    throw new Error(
      `CRASH_AT must be <place>:<n> or <place>:<n>:pause; places are ${CRASH_POINTS.join(', ')}.`,
    )
  }
  armed = { point, passesLeft, signal }
}

/** Dies here, as in a power cut, when this place is armed and its turn has come. */
export function crashPoint(point: CrashPoint): void {
  if (armed?.point !== point) return
  armed.passesLeft -= 1
  if (armed.passesLeft !== 0) return
  // A worker may come here before it has told its supervisor that it runs; held, it could not say so any more.
  if (armed.signal === 'SIGSTOP') process.send?.({ kind: 'ready' })
  process.kill(process.pid, armed.signal)
}
