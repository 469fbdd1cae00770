export const APPROVAL_LIMITS = {
  /** Milliseconds. The same question put again within them is a second press; later somebody means to ask once more. */
  repeatMs: 60_000,
} as const
