import { startAuthentication } from '@simplewebauthn/browser'
import { useMutation } from '@tanstack/react-query'
import { Done } from 'contract/common'
import { PasskeyOptions } from 'contract/people'
import { callApi } from './call-api.ts'

type SignInOptions = Parameters<typeof startAuthentication>[0]['optionsJSON']

/** Confirms by passkey that it is still oneself who sits here. */
export function useProveByPasskey() {
  return useMutation({
    mutationFn: async () => {
      const { challengeToken, options } = await callApi({
        method: 'POST',
        path: '/api/me/step-up/passkey/options',
        answer: PasskeyOptions,
      })
      // The hub's answer goes to the browser as it is; the browser checks every member of it.
      const optionsJSON = options as unknown as SignInOptions
      const response = await startAuthentication({ optionsJSON })
      const body = { challengeToken, response }
      return callApi({ method: 'POST', path: '/api/me/step-up/passkey', body, answer: Done })
    },
  })
}

export function useProveByTotp() {
  return useMutation({
    mutationFn: (code: string) =>
      callApi({ method: 'POST', path: '/api/me/step-up/totp', body: { code }, answer: Done }),
  })
}

/** By a code off paper, which is used up by it. */
export function useProveByRecoveryCode() {
  return useMutation({
    mutationFn: (code: string) =>
      callApi({
        method: 'POST',
        path: '/api/me/step-up/recovery-code',
        body: { code },
        answer: Done,
      }),
  })
}

/** Asks for a fresh second factor if the last one is too old; a download has no answer to ask by itself. */
export function requireFreshFactor(): Promise<unknown> {
  return callApi({ path: '/api/me/step-up', answer: Done })
}
