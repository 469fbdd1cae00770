import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Done, type Language } from 'contract/common'
import { Me, type SetLanguageRequest } from 'contract/people'
import { activateLanguage } from '../words/i18n.ts'
import { ApiFailure } from './api-failure.ts'
import { callApi } from './call-api.ts'
import type { z } from 'zod'

export type { Me }

export const ME_KEY = ['me'] as const

/** Who is signed in; null when nobody is. */
export function useMe() {
  return useQuery({ queryKey: ME_KEY, queryFn: loadMe, staleTime: 60_000 })
}

/** Switches the words at once and tells the hub, which writes mails in that language. */
export function useSwitchLanguage() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (language: Language) => {
      activateLanguage(language)
      const body: z.input<typeof SetLanguageRequest> = { language }
      await callApi({ method: 'POST', path: '/api/me/language', body, answer: Done })
      await queryClient.invalidateQueries({ queryKey: ME_KEY })
    },
  })
}

/** Ends the session and forgets everything this page knew. */
export function useSignOut() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => callApi({ method: 'POST', path: '/api/sign-out', answer: Done }),
    onSettled: () => {
      // Set before the rest goes: what shows the frame watches this very entry, not one made after it.
      queryClient.setQueryData(ME_KEY, null)
      queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== ME_KEY[0] })
    },
  })
}

async function loadMe({ signal }: { signal: AbortSignal }): Promise<Me | null> {
  try {
    const me = await callApi({ path: '/api/me', answer: Me, signal })
    activateLanguage(me.language)
    return me
  } catch (error) {
    if (error instanceof ApiFailure && error.status === 401) return null
    throw error
  }
}
