import type { Hub } from './hub.ts'

/** Something started that can be stopped in good order. */
export interface Running {
  stop(): Promise<void>
}

/** Starts something that listens besides HTTP, such as the mail listener; does nothing when it is not configured. */
export type StartListener = (hub: Hub) => Promise<Running>
