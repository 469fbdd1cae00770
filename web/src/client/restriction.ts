import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ClosedTexts } from 'contract/closed-text'
import { Done } from 'contract/common'
import {
  AdmissionList,
  type AnswerAdmissionRequest,
  type AskAdmissionRequest,
  ClosedThing,
  ClosedThings,
} from 'contract/restriction'
import type { z } from 'zod'
import { callApi } from './call-api.ts'

/** What is restricted to others. */
export function useClosed() {
  return useQuery({
    queryKey: ['closed'],
    queryFn: async ({ signal }) =>
      (await callApi({ path: '/api/closed', answer: ClosedThings, signal })).rows,
  })
}

/** Texts on their way out or out, of which something is restricted to others; for leads. */
export function useClosedTexts(isLead: boolean) {
  return useQuery({
    queryKey: ['closed-texts'],
    queryFn: async ({ signal }) =>
      (await callApi({ path: '/api/closed-texts', answer: ClosedTexts, signal })).rows,
    enabled: isLead,
  })
}

/** The little that may be known of one thing restricted to others. */
export function useClosedThing(thingId: string | undefined) {
  return useQuery({
    queryKey: ['closed', thingId],
    queryFn: ({ signal }) =>
      callApi({ path: `/api/closed/${thingId}`, answer: ClosedThing, signal }),
    enabled: thingId !== undefined && thingId !== '',
    retry: false,
  })
}

/** Requests one made or may answer. */
export function useAdmissions() {
  return useQuery({
    queryKey: ['admissions'],
    queryFn: async ({ signal }) =>
      (await callApi({ path: '/api/admissions', answer: AdmissionList, signal })).rows,
  })
}

export function useAskAdmission(thingId: string) {
  return useChange((body: z.input<typeof AskAdmissionRequest>) =>
    callApi({ method: 'POST', path: `/api/closed/${thingId}/ask`, body, answer: Done }),
  )
}

export function useAnswerAdmission() {
  return useChange(
    ({ admissionId, ...body }: { admissionId: string } & z.input<typeof AnswerAdmissionRequest>) =>
      callApi({
        method: 'POST',
        path: `/api/admissions/${admissionId}/answer`,
        body,
        answer: Done,
      }),
  )
}

/** What can be restricted: by the hub, or by its provider. */
export type RestrictedOf = 'submissions' | 'cases' | 'my/submissions'

/** Restricts something, or lifts one's own side's wish. */
export function useRestrict(of: RestrictedOf, id: string) {
  return useChange((isRestricted: boolean) =>
    callApi({
      method: isRestricted ? 'PUT' : 'DELETE',
      path: `/api/${of}/${id}/restriction`,
      answer: Done,
    }),
  )
}

/** Who reads what changes lists, queue and pages alike. */
function useChange<V, A>(mutationFn: (by: V) => Promise<A>) {
  const queryClient = useQueryClient()
  return useMutation({ mutationFn, onSettled: () => queryClient.invalidateQueries() })
}
