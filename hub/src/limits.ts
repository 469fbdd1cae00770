/** Before this year there was no mail to be attacked by (JUNET ended, the first providers began in 1992–93). */
export const EARLIEST_DAY = '1990-01-01'
/** A clock may be ahead, and a day ends later further west; what is dated beyond tomorrow has not happened. */
export const DAYS_AHEAD_MAX = 1
