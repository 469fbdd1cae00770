import { Done } from 'contract/common'
import { CreateTokenRequest, OwnTokenNames, TokenCreated, TokenList } from 'contract/people'
import { z } from 'zod'
import { dayInJapan } from '../clock.ts'
import { defineRoute } from '../http/define-route.ts'
import { loadOrganisation, loadPersonActor } from './actor.ts'
import { createToken, endToken } from './api-tokens.ts'
import { endTokensOf } from './end-tokens-of.ts'
import {
  hasMadeToken,
  listTokens,
  listTokensMadeBy,
  type TokenRecord,
} from './api-tokens.queries.ts'
import { loadStanding } from './load-standing.ts'

export const tokenRoutes = [
  // Also for who is no contact any more, or of the hub: what one made is one's own to end.
  defineRoute(
    {
      method: 'get',
      path: '/api/me/made-tokens',
      access: 'signed-in',
      summary: 'Names of the tokens one made oneself and that still work',
      answer: OwnTokenNames,
    },
    async (c) => {
      const { personId } = loadPersonActor(c.get('actor'))
      const names = await c.get('inStaff')((db) => listTokensMadeBy(db, personId, c.get('now')))
      return { names }
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/me/made-tokens/end',
      access: 'signed-in',
      summary: 'End every token one made oneself',
      answer: Done,
    },
    async (c) => {
      const actor = loadPersonActor(c.get('actor'))
      const order = { personId: actor.personId, now: c.get('now') }
      await c.get('inStaff')((db) => endTokensOf(db, actor, order))
      return { done: true as const }
    },
  ),
  defineRoute(
    {
      method: 'get',
      path: '/api/me/tokens',
      access: ['member-contact'],
      summary: 'Tokens of the own organisation’s machines',
      answer: TokenList,
    },
    async (c) => {
      const organisationId = loadOrganisation(c.get('actor'))
      const tokens = await c.get('inStaff')((db) => listTokens(db, organisationId))
      return { rows: tokens.map(toTokenRow) }
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/me/tokens',
      access: ['member-contact'],
      stepUp: true,
      summary: 'Make a token for a machine; it is shown once',
      body: CreateTokenRequest,
      answer: TokenCreated,
    },
    async (c, { body }) => {
      const actor = await loadStanding(c)
      return c.get('inStaff')((db) => createToken(db, actor, body, c.get('now')))
    },
  ),
  defineRoute(
    {
      method: 'delete',
      path: '/api/me/tokens/{tokenId}',
      access: ['member-contact'],
      summary: 'End a token at once; a colleague’s not by a contact whom the hub has just added',
      params: z.object({ tokenId: z.uuid() }),
      answer: Done,
    },
    async (c, { params }) => {
      const now = c.get('now')
      const actor = loadPersonActor(c.get('actor'))
      const made = { ...params, personId: actor.personId }
      // The machines of others would stand still at the word of an account the hub could have made for it.
      if (!(await c.get('inStaff')((db) => hasMadeToken(db, made)))) await loadStanding(c)
      await c.get('inStaff')((db) => endToken(db, actor, params.tokenId, now))
      return { done: true as const }
    },
  ),
]

function toTokenRow({ tokenId, name, scopes, lastUsedOn, ...token }: TokenRecord) {
  return {
    ...{ tokenId, name, scopes },
    createdOn: dayInJapan(token.createdAt),
    expiresOn: dayInJapan(token.expiresAt),
    ...(lastUsedOn === undefined ? {} : { lastUsedOn }),
    revoked: token.revokedAt !== undefined,
  }
}
