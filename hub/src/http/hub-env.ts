import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Db } from '../database/db.ts'
import type { Hub } from '../hub.ts'
import type { RefusalCode } from '../refusals.ts'
import type { Actor } from '../people/actor.ts'

/** What every handler finds in its context. */
export interface HubEnv {
  Bindings: Partial<HttpBindings>
  Variables: {
    /** Random name of this request, in the answer and in the log. */
    traceId: string
    hub: Hub
    /** Moment at which the request came in; the same for everything it does. */
    now: Date
    actor: Actor
    /** Pattern of the address that was asked for, as the route declares it. */
    route?: string
    /** Writes a refusal by rule to the log; for who renders its own, as TAXII does. */
    noteRefusal: (code: RefusalCode) => void
    /** Network address of the caller, for brakes only; never stored as it is. */
    address: string
    /** One transaction as the actor: a member's sees only what the member may see. */
    inTransaction: <T>(work: (db: Db) => Promise<T>) => Promise<T>
    /** One transaction as the hub, for use cases that do more than the actor may see. They check first. */
    inStaff: <T>(work: (db: Db) => Promise<T>) => Promise<T>
  }
}

export type HubContext = Context<HubEnv>
