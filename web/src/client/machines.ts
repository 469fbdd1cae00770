import { useQuery } from '@tanstack/react-query'
import { Done } from 'contract/common'
import { type CreateTokenRequest, TokenCreated, TokenList } from 'contract/people'
import type { z } from 'zod'
import { callApi } from './call-api.ts'
import { useOrder } from './order.ts'

/** Tokens of the own organisation's machines; for its contact. */
export function useTokens() {
  return useQuery({
    queryKey: ['tokens'],
    queryFn: async ({ signal }) =>
      (await callApi({ path: '/api/me/tokens', answer: TokenList, signal })).rows,
  })
}

export function useCreateToken() {
  return useOrder((body: z.input<typeof CreateTokenRequest>) =>
    callApi({ method: 'POST', path: '/api/me/tokens', body, answer: TokenCreated }),
  )
}

export function useRevokeToken(tokenId: string) {
  return useOrder<void, unknown>(() =>
    callApi({ method: 'DELETE', path: `/api/me/tokens/${tokenId}`, answer: Done }),
  )
}
