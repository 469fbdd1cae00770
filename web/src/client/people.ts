import { useQuery } from '@tanstack/react-query'
import { PersonList } from 'contract/people'
import { callApi } from './call-api.ts'

/** Everybody the hub knows; staff only. */
export function usePeople() {
  return useQuery({
    queryKey: ['people'],
    queryFn: ({ signal }) => callApi({ path: '/api/people', answer: PersonList, signal }),
    staleTime: 60_000,
  })
}
