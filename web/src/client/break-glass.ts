import { useQuery } from '@tanstack/react-query'
import { Done } from 'contract/common'
import { BreakGlassList } from 'contract/people'
import { callApi } from './call-api.ts'
import { useOrder } from './order.ts'

const MINUTE_MS = 60_000

/** Emergency links nobody has given a reason for yet; staff only. */
export function useBreakGlass(isStaff: boolean) {
  return useQuery({
    queryKey: ['break-glass'],
    queryFn: async ({ signal }) =>
      (await callApi({ path: '/api/break-glass', answer: BreakGlassList, signal })).rows,
    enabled: isStaff,
    refetchInterval: MINUTE_MS,
  })
}

export function useAcknowledgeBreakGlass(breakGlassId: string) {
  return useOrder((reason: string) =>
    callApi({
      method: 'POST',
      path: `/api/break-glass/${breakGlassId}/acknowledge`,
      body: { reason },
      answer: Done,
    }),
  )
}
