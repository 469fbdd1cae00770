import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  type AnswerConsultationRequest,
  type AssignRequest,
  type SetAsideRequest,
  SubmissionPage,
  SubmissionView,
} from 'contract/analysis'
import type { CorrectCountRequest, ReviseDatesRequest } from 'contract/intake'
import { z } from 'zod'
import { callApi } from './call-api.ts'
import { usePaged } from './paged.ts'

/** While the engine reads it, the page looks again. */
const WHILE_ANALYSED_MS = 2_000

export type SubmissionFilters = Readonly<
  Record<'state' | 'kind' | 'assignee' | 'organisationId' | 'text', string | undefined>
>

export function useSubmissions(filters: SubmissionFilters) {
  return usePaged({
    key: ['submissions'],
    path: '/api/submissions',
    query: filters,
    answer: SubmissionPage,
    refetchMs: (rows) =>
      rows.some(({ analysis }) => analysis === 'waiting' || analysis === 'running')
        ? WHILE_ANALYSED_MS
        : false,
  })
}

export function useSubmission(submissionId: string | undefined) {
  return useQuery({
    queryKey: ['submission', submissionId],
    queryFn: ({ signal }) =>
      callApi({ path: `/api/submissions/${submissionId}`, answer: SubmissionView, signal }),
    enabled: submissionId !== undefined && submissionId !== '',
    refetchInterval: ({ state }) =>
      state.data?.analysis === 'waiting' || state.data?.analysis === 'running'
        ? WHILE_ANALYSED_MS
        : false,
  })
}

type Body =
  | { readonly move: 'set-aside'; readonly body: z.input<typeof SetAsideRequest> }
  | { readonly move: 'consultation'; readonly body: z.input<typeof AnswerConsultationRequest> }
  | { readonly move: 'assign'; readonly body: z.input<typeof AssignRequest> }
  | { readonly move: 'reopen' | 'retry'; readonly body?: undefined }
  | { readonly move: 'count'; readonly body: z.input<typeof CorrectCountRequest> }
export type SubmissionMove = Body & { readonly submissionId: string }

/** What is decided about a submission inside the hub. Everything shown afterwards is loaded anew. */
export function useMoveSubmission() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ submissionId, move, body }: SubmissionMove) =>
      callApi({
        method: 'POST',
        path: `/api/submissions/${submissionId}/${move}`,
        body: body ?? {},
        // Some moves answer with the new state; nothing of it is needed here.
        answer: z.unknown(),
      }),
    onSettled: () => void queryClient.invalidateQueries(),
  })
}

export function useReviseDates(submissionId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: z.input<typeof ReviseDatesRequest>) =>
      callApi({
        method: 'PUT',
        path: `/api/submissions/${submissionId}/dates`,
        body,
        answer: z.unknown(),
      }),
    onSettled: () => void queryClient.invalidateQueries({ queryKey: ['submission', submissionId] }),
  })
}
