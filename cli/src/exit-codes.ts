/** What the command answers to scripts; part of its documented interface. */
export const EXIT = {
  /** Every file was examined. */
  nothing: 0,
  /** With `--exit-code`: at least one finding of medium or strong weight; an audit log that does not hold. */
  found: 1,
  /** The command was not understood. */
  usage: 2,
  /** At least one file could not be read; the others were. Wins over `found`. */
  unreadable: 3,
} as const
