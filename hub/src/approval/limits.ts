export const APPROVAL_LIMITS = {
  /** Milliseconds. The same question put again within them is a second press; later somebody means to ask once more. */
  repeatMs: 60_000,
  /** Files of one mail that are named to its provider; an archive may hold thousands. */
  filesShownMax: 50,
} as const
