import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AssignRequest } from 'contract/analysis'
import type { DraftBulletinRequest } from 'contract/bulletin'
import {
  type AddToCaseRequest,
  CaseChanged,
  CasePage,
  CaseView,
  type ClassifyRequest,
  type MergeCasesRequest,
  type MoveCaseRequest,
  type OpenCaseRequest,
  type RenameCaseRequest,
  type SplitCaseRequest,
} from 'contract/case'
import { BulletinId } from 'contract/common'
import { z } from 'zod'
import { callApi } from './call-api.ts'
import { usePaged } from './paged.ts'

export type CaseFilters = Readonly<Record<'state' | 'classification' | 'text', string | undefined>>

export function useCases(filters: CaseFilters) {
  return usePaged({ key: ['cases'], path: '/api/cases', query: filters, answer: CasePage })
}

export function useCase(caseId: string | undefined) {
  return useQuery({
    queryKey: ['case', caseId],
    queryFn: ({ signal }) => callApi({ path: `/api/cases/${caseId}`, answer: CaseView, signal }),
    enabled: caseId !== undefined && caseId !== '',
  })
}

export function useOpenCase() {
  return useCaseMutation((body: z.input<typeof OpenCaseRequest>) => change('/api/cases', body))
}

type Change =
  | { readonly change: 'submissions'; readonly body: z.input<typeof AddToCaseRequest> }
  | { readonly change: 'split'; readonly body: z.input<typeof SplitCaseRequest> }
  | { readonly change: 'merge'; readonly body: z.input<typeof MergeCasesRequest> }
  | { readonly change: 'classification'; readonly body: z.input<typeof ClassifyRequest> }
  | { readonly change: 'title'; readonly body: z.input<typeof RenameCaseRequest> }
  | { readonly change: 'state'; readonly body: z.input<typeof MoveCaseRequest> }
export type CaseChangeRequest = Change & { readonly caseId: string }

/** Any change of what belongs to a case; its answer carries the id that undoes it. */
export function useChangeCase() {
  return useCaseMutation(({ caseId, change: name, body }: CaseChangeRequest) =>
    change(`/api/cases/${caseId}/${name}`, body),
  )
}

export function useUndoCaseChange() {
  return useCaseMutation((changeId: string) =>
    callApi({
      method: 'POST',
      path: `/api/case-changes/${changeId}/undo`,
      body: {},
      answer: z.unknown(),
    }),
  )
}

export function useAssignCase() {
  return useCaseMutation(
    ({ caseId, ...body }: { caseId: string } & z.input<typeof AssignRequest>) =>
      callApi({ method: 'POST', path: `/api/cases/${caseId}/assign`, body, answer: z.unknown() }),
  )
}

/** Drafts the bulletin of a case; the answer is where its workbench is. */
export function useDraftBulletin() {
  return useCaseMutation((body: z.input<typeof DraftBulletinRequest>) =>
    callApi({
      method: 'POST',
      path: '/api/bulletins',
      body,
      answer: z.object({ bulletinId: BulletinId }),
    }),
  )
}

function change(path: string, body: unknown): Promise<CaseChanged> {
  return callApi({ method: 'POST', path, body, answer: CaseChanged })
}

/** A change of a case moves rows of the queue, submissions and bulletins too, so all is loaded anew. */
function useCaseMutation<V, A>(mutationFn: (by: V) => Promise<A>) {
  const queryClient = useQueryClient()
  return useMutation({ mutationFn, onSettled: () => void queryClient.invalidateQueries() })
}
