import { useQuery } from '@tanstack/react-query'
import { IntakeUse, MailedUse } from 'contract/intake'
import { callApi } from './call-api.ts'

const MINUTE_MS = 60_000

/** How much an organisation has handed in, and how much it may; without an id, one's own. */
export function useIntakeUse(organisationId: string | undefined) {
  const path =
    organisationId === undefined
      ? '/api/my/intake-use'
      : `/api/organisations/${organisationId}/intake-use`
  return useQuery({
    queryKey: ['intake-use', organisationId],
    queryFn: ({ signal }) => callApi({ path, answer: IntakeUse, signal }),
  })
}

/** How much came in by mail today from everybody; staff only. */
export function useMailedUse(isStaff: boolean) {
  return useQuery({
    queryKey: ['mailed-use'],
    queryFn: ({ signal }) => callApi({ path: '/api/mailed-use', answer: MailedUse, signal }),
    enabled: isStaff,
    refetchInterval: MINUTE_MS,
  })
}
