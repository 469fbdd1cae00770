import { useQuery } from '@tanstack/react-query'
import { Done } from 'contract/common'
import {
  type ChangePasswordRequest,
  LinkedIdentity,
  OwnTokenNames,
  PasskeyList,
  SessionList,
} from 'contract/people'
import type { z } from 'zod'
import { callApi } from './call-api.ts'
import { useOrder } from './order.ts'

export function usePasskeys() {
  return useQuery({
    queryKey: ['passkeys'],
    queryFn: async ({ signal }) =>
      (await callApi({ path: '/api/me/passkeys', answer: PasskeyList, signal })).rows,
  })
}

export function useRemovePasskey(passkeyId: string) {
  return useOrder<void, unknown>(() =>
    callApi({ method: 'DELETE', path: `/api/me/passkeys/${passkeyId}`, answer: Done }),
  )
}

/** Also ends one's other sessions: whoever knew the old password is out. */
export function useChangePassword() {
  return useOrder((body: z.input<typeof ChangePasswordRequest>) =>
    callApi({ method: 'POST', path: '/api/me/password', body, answer: Done }),
  )
}

/** Takes away password and authenticator app, which only work together. */
export function useRemovePassword() {
  return useOrder<void, unknown>(() =>
    callApi({ method: 'DELETE', path: '/api/me/totp', answer: Done }),
  )
}

export function useSessions() {
  return useQuery({
    queryKey: ['sessions'],
    queryFn: async ({ signal }) =>
      (await callApi({ path: '/api/me/sessions', answer: SessionList, signal })).rows,
  })
}

export function useEndSession() {
  return useOrder((sessionId: string) =>
    callApi({ method: 'DELETE', path: `/api/me/sessions/${sessionId}`, answer: Done }),
  )
}

/** Ends the other sessions, and before them the tokens one made, if that is wanted. */
export function useEndOtherSessions() {
  return useOrder(async (endsTokens: boolean) => {
    if (endsTokens) {
      await callApi({ method: 'POST', path: '/api/me/made-tokens/end', answer: Done })
    }
    return callApi({ method: 'POST', path: '/api/me/sessions/end-others', answer: Done })
  })
}

/** Tokens that go on when one's sessions end. */
export function useMadeTokens() {
  return useQuery({
    queryKey: ['made-tokens'],
    queryFn: async ({ signal }) =>
      (await callApi({ path: '/api/me/made-tokens', answer: OwnTokenNames, signal })).names,
  })
}

/** One's account at the sign-in service. */
export function useLinkedIdentity() {
  return useQuery({
    queryKey: ['linked-identity'],
    queryFn: ({ signal }) => callApi({ path: '/api/me/provider', answer: LinkedIdentity, signal }),
  })
}

export function useUnlinkIdentity() {
  return useOrder<void, unknown>(() =>
    callApi({ method: 'DELETE', path: '/api/me/provider', answer: Done }),
  )
}
