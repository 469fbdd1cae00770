import { useQuery } from '@tanstack/react-query'
import { IntakeUse } from 'contract/intake'
import { callApi } from './call-api.ts'

/** How much an organisation has handed in, and how much it may. */
export function useIntakeUse(organisationId: string) {
  const path = `/api/organisations/${organisationId}/intake-use`
  return useQuery({
    queryKey: ['intake-use', organisationId],
    queryFn: ({ signal }) => callApi({ path, answer: IntakeUse, signal }),
  })
}
