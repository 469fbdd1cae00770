import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiFailure } from './api-failure.ts'
import { ME_KEY } from './me.ts'

const TRIES_MAX = 2

/**
 * One cache for all pages. A session that ended anywhere ends here: the next answer 401
 * empties `me`, and the frame shows the sign-in page with the way back.
 */
export function makeQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => forgetWhenSignedOut(client, error) }),
    mutationCache: new MutationCache({ onError: (error) => forgetWhenSignedOut(client, error) }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        refetchOnWindowFocus: true,
        retry: (count, error) =>
          count < TRIES_MAX && error instanceof ApiFailure && error.status >= 500,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
  return client
}

function forgetWhenSignedOut(client: QueryClient, error: unknown): void {
  // A wrong password or code, asked for inside the settings, is no reason to leave.
  const isOver = error instanceof ApiFailure && error.status === 401
  if (isOver && error.code !== 'sign-in-failed') client.setQueryData(ME_KEY, null)
}
