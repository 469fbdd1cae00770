/** Limits of the command line tool. */
export const limits = {
  /** Largest file read into memory; a year's mailbox of one person stays below. */
  fileBytesMax: 1024 * 1024 * 1024,
  /** Fewer files than this are read in this thread: starting others costs some 100 ms each. */
  filesForThreadsMin: 8,
  /** Threads; each holds one mail and the register. */
  threadsMax: 16,
  /** Findings shown without `--all`; the strongest ones fit on one screen. */
  findingsShownMax: 8,
  /** Columns assumed when the output is no terminal. */
  columnsDefault: 100,
  /** Folders inside folders that are walked; deeper ones are loops or mistakes. */
  folderDepthMax: 32,
} as const
