import { useQuery } from '@tanstack/react-query'
import { RecoveryCodes, RecoveryCodesLeft } from 'contract/people'
import { callApi } from './call-api.ts'
import { useOrder } from './order.ts'

export function useRecoveryCodesLeft() {
  return useQuery({
    queryKey: ['recovery-codes'],
    queryFn: ({ signal }) =>
      callApi({ path: '/api/me/recovery-codes', answer: RecoveryCodesLeft, signal }),
  })
}

/** Makes new codes; the answer is the only place they ever stand in. */
export function useMakeRecoveryCodes() {
  return useOrder<void, string[]>(
    async () =>
      (await callApi({ method: 'POST', path: '/api/me/recovery-codes', answer: RecoveryCodes }))
        .codes,
  )
}
