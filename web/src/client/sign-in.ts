import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Done } from 'contract/common'
import {
  type ConfirmTotpRequest,
  PasskeyOptions,
  SignedIn,
  type SignInPasswordRequest,
  StartTotpAnswer,
} from 'contract/people'
import type { z } from 'zod'
import { callApi } from './call-api.ts'
import { ME_KEY } from './me.ts'

type Ceremony<T> = T extends { optionsJSON: infer Options } ? Options : never
type SignInOptions = Ceremony<Parameters<typeof startAuthentication>[0]>
type RegisterOptions = Ceremony<Parameters<typeof startRegistration>[0]>

/** Password and code go together, so that an answer never says which of the two was wrong. */
export function useSignInWithPassword() {
  return useSignInBy((body: z.input<typeof SignInPasswordRequest>) =>
    callApi({ method: 'POST', path: '/api/sign-in/password', body, answer: SignedIn }),
  )
}

export function useSignInWithPasskey() {
  return useSignInBy(async () => {
    const { challengeToken, options } = await callApi({
      method: 'POST',
      path: '/api/sign-in/passkey/options',
      answer: PasskeyOptions,
    })
    // The hub's answer goes to the browser as it is; the browser checks every member of it.
    const optionsJSON = options as unknown as SignInOptions
    const response = await startAuthentication({ optionsJSON })
    const body = { challengeToken, response }
    return callApi({ method: 'POST', path: '/api/sign-in/passkey/verify', body, answer: SignedIn })
  })
}

export function useSignInWithLink() {
  return useSignInBy((token: string) =>
    callApi({ method: 'POST', path: '/api/sign-in/link', body: { token }, answer: SignedIn }),
  )
}

export function useRegisterPasskey() {
  return useEnrolBy(async (label: string) => {
    const { challengeToken, options } = await callApi({
      method: 'POST',
      path: '/api/me/passkeys/options',
      answer: PasskeyOptions,
    })
    const optionsJSON = options as unknown as RegisterOptions
    const response = await startRegistration({ optionsJSON })
    const body = { challengeToken, response, label }
    return callApi({ method: 'POST', path: '/api/me/passkeys', body, answer: Done })
  })
}

export function useStartTotp() {
  return useMutation({
    mutationFn: () => callApi({ method: 'POST', path: '/api/me/totp', answer: StartTotpAnswer }),
  })
}

export function useConfirmTotp() {
  return useEnrolBy((body: z.input<typeof ConfirmTotpRequest>) =>
    callApi({ method: 'POST', path: '/api/me/totp/confirm', body, answer: Done }),
  )
}

function useSignInBy<V>(signIn: (by: V) => Promise<SignedIn>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: signIn,
    // Whatever was loaded belonged to nobody, or to somebody else.
    onSuccess: () => queryClient.resetQueries(),
  })
}

function useEnrolBy<V, A>(enrol: (by: V) => Promise<A>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: enrol,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ME_KEY }),
  })
}
