import { useQuery } from '@tanstack/react-query'
import {
  type AcceptAgreementRequest,
  AgreementCopy,
  AgreementPublished,
  type EndAgreementRequest,
  OwnStandingList,
  type PublishAgreementRequest,
  type SignAgreementRequest,
  StandingList,
} from 'contract/agreement'
import { Done } from 'contract/common'
import type { z } from 'zod'
import { callApi } from './call-api.ts'
import { useOrder } from './order.ts'

/** What binds the own organisation, with the texts to be signed. */
export function useOwnStandings() {
  return useQuery({
    queryKey: ['own-agreements'],
    queryFn: async ({ signal }) =>
      (await callApi({ path: '/api/my/agreements', answer: OwnStandingList, signal })).rows,
  })
}

export function useSignAgreement(groupId: string) {
  return useOrder((body: z.input<typeof SignAgreementRequest>) =>
    callApi({ method: 'POST', path: `/api/my/agreements/${groupId}/sign`, body, answer: Done }),
  )
}

/** What was agreed, to be printed: the own organisation's, or for the hub anybody's. */
export function useAgreementCopy(agreementId: string) {
  return useQuery({
    queryKey: ['agreement', agreementId],
    queryFn: ({ signal }) =>
      callApi({ path: `/api/agreements/${agreementId}`, answer: AgreementCopy, signal }),
  })
}

/** Who is bound by what, who waits, who is missing; staff only. */
export function useStandings() {
  return useQuery({
    queryKey: ['agreements'],
    queryFn: async ({ signal }) =>
      (await callApi({ path: '/api/agreements', answer: StandingList, signal })).rows,
  })
}

export function usePublishAgreement() {
  return useOrder((body: z.input<typeof PublishAgreementRequest>) =>
    callApi({ method: 'POST', path: '/api/agreement-texts', body, answer: AgreementPublished }),
  )
}

export function useAcceptAgreement(signatureId: string) {
  return useOrder((body: z.input<typeof AcceptAgreementRequest>) =>
    callApi({
      method: 'POST',
      path: `/api/agreement-signatures/${signatureId}/accept`,
      body,
      answer: Done,
    }),
  )
}

export function useEndAgreement(organisationId: string) {
  return useOrder((body: z.input<typeof EndAgreementRequest>) =>
    callApi({
      method: 'POST',
      path: `/api/organisations/${organisationId}/end-agreement`,
      body,
      answer: Done,
    }),
  )
}
