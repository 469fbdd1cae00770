export type GoneCode = 'took-too-long' | 'took-too-much-memory' | 'broke-off'

/** A thread did not answer, and why. The next request starts another one. */
export class ThreadGone extends Error {
  override readonly name = 'ThreadGone'
  readonly code: GoneCode

  constructor(code: GoneCode, cause?: unknown) {
    super(`A thread is gone: ${code}.`, cause === undefined ? {} : { cause })
    this.code = code
  }
}
