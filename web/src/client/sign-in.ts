import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Done } from 'contract/common'
import {
  type ConfirmTotpRequest,
  type FinishVisitRequest,
  PasskeyOptions,
  SignedIn,
  type SignInLinkRequest,
  type SignInPasswordRequest,
  SignInWays,
  StartTotpAnswer,
  VisitStarted,
} from 'contract/people'
import { z } from 'zod'
import { callApi } from './call-api.ts'
import { ME_KEY } from './me.ts'

const VISIT_KEY = 'noroshi.visit'

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
  return useSignInBy((body: z.input<typeof SignInLinkRequest>) =>
    callApi({ method: 'POST', path: '/api/sign-in/link', body, answer: SignedIn }),
  )
}

/** Ways in besides passkey and password. */
export function useSignInWays() {
  return useQuery({
    queryKey: ['sign-in-ways'],
    queryFn: ({ signal }) => callApi({ path: '/api/sign-in/ways', answer: SignInWays, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** What a visit to the provider is for: signing in, or linking the account there to one's own. */
export type VisitPurpose = 'sign-in' | 'me'

/** Leaves for the provider. */
export function useStartVisit(purpose: VisitPurpose) {
  return useMutation({
    mutationFn: async () => {
      const path = `/api/${purpose}/provider/start`
      const { url } = await callApi({ method: 'POST', path, answer: VisitStarted })
      sessionStorage.setItem(VISIT_KEY, purpose)
      window.location.assign(url)
    },
  })
}

/** Hands on what came back in the address. What the visit was for stands in this tab only. */
export function useFinishVisit() {
  return useSignInBy(async (came: z.input<typeof FinishVisitRequest>) => {
    const isLinking = sessionStorage.getItem(VISIT_KEY) === 'me'
    sessionStorage.removeItem(VISIT_KEY)
    const path = `/api/${isLinking ? 'me' : 'sign-in'}/provider/finish`
    await callApi({ method: 'POST', path, body: came, answer: z.unknown() })
    return { next: 'home' as const, isLinking }
  })
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

function useSignInBy<V, A extends SignedIn>(signIn: (by: V) => Promise<A>) {
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
