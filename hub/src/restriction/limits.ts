export const RESTRICTION_LIMITS = {
  /** Rows. Restriction is the exception; whoever has more than this closed to them asks by number. */
  closedShownMax: 500,
  /** Rows. More requests than these at once are no work for one person. */
  admissionsShownMax: 200,
} as const
