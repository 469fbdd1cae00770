/** One way to do a row's work. */
export interface Contender {
  /** As printed: ours, or the package with its version. */
  readonly name: string
  /** Does the work for one mail. */
  run(mail: Uint8Array): unknown
}

/** One hot path, measured beside what a user would run instead. The first contender is ours. */
export interface BenchRow {
  readonly name: string
  /** Mails a second on one core that this row is to reach, and how many times the next best. */
  readonly aim: { readonly mailsPerSecond: number; readonly times: number }
  readonly contenders: readonly Contender[]
}
