import type { z } from 'zod'
import type { Refusal } from '../refusals.ts'
import type { AccessRule } from '../people/sight.ts'
import type { HubContext } from './hub-env.ts'

type Schema = z.ZodType
type Parsed<S extends Schema | undefined> = S extends Schema ? z.output<S> : undefined

/** One address of the API: what it takes, what it answers, who may call it. */
export interface RouteForm<
  Params extends Schema | undefined,
  Query extends Schema | undefined,
  Body extends Schema | undefined,
  Answer extends Schema | undefined,
> extends AccessRule {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  /** Address with parameters in braces, such as `/api/cases/{caseId}`. */
  readonly path: `/${string}`
  /** What it is for, one sentence, for the description of the API. */
  readonly summary: string
  readonly params?: Params
  readonly query?: Query
  /** Schema of a JSON body. A route that takes bytes leaves it out and reads `c.req.raw` itself. */
  readonly body?: Body
  /**
   * Schema of the answer. The value returned is parsed by it, so a field the contract does not name
   * does not leave the house. Left out when the handler returns a `Response` (bytes, a feed).
   */
  readonly answer?: Answer
  /** Media type of the answer when it is not JSON, for the description. */
  readonly answerType?: string
  /**
   * How a request is refused, where its clients read another form than problem+json; nothing stands for a bug. Also for
   * what is refused before the route is known: it holds for all addresses with the same first part.
   */
  readonly renderRefused?: (refusal: Refusal | undefined) => Response
  /** Largest body in bytes. Default: the limit for JSON. */
  readonly bodyBytesMax?: number
}

export interface RouteInput<
  Params extends Schema | undefined,
  Query extends Schema | undefined,
  Body extends Schema | undefined,
> {
  readonly params: Parsed<Params>
  readonly query: Parsed<Query>
  readonly body: Parsed<Body>
}

type Returned<Answer extends Schema | undefined> = Answer extends Schema
  ? z.input<Answer> | Response
  : Response

/** A route ready to be mounted; see build-app.ts. */
export interface HubRoute
  extends RouteForm<
    Schema | undefined,
    Schema | undefined,
    Schema | undefined,
    Schema | undefined
  > {
  readonly answerWith: (
    c: HubContext,
    input: RouteInput<Schema | undefined, Schema | undefined, Schema | undefined>,
  ) => Promise<unknown>
}

/** Declares a route. The handler does edge work only: call the use case, shape the answer. */
export function defineRoute<
  Params extends Schema | undefined = undefined,
  Query extends Schema | undefined = undefined,
  Body extends Schema | undefined = undefined,
  Answer extends Schema | undefined = undefined,
>(
  form: RouteForm<Params, Query, Body, Answer>,
  answerWith: (
    c: HubContext,
    input: RouteInput<Params, Query, Body>,
  ) => Promise<Returned<Answer>> | Returned<Answer>,
): HubRoute {
  return {
    ...form,
    answerWith: async (c, input) => answerWith(c, input as RouteInput<Params, Query, Body>),
  } as HubRoute
}
