/** Mailboxes by which the programs of mailing lists send and take back. */
export const OF_LISTS = /^owner-|-(?:owner|bounces?|admin|request)$/i
