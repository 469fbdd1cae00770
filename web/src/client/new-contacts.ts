import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Done } from 'contract/common'
import { NewContactList } from 'contract/people'
import { callApi } from './call-api.ts'

const PATH = '/api/me/new-contacts'

/** Contacts of one's own organisation who may not approve yet. */
export function useNewContacts(isContact: boolean) {
  return useQuery({
    queryKey: ['new-contacts'],
    queryFn: async ({ signal }) =>
      (await callApi({ path: PATH, answer: NewContactList, signal })).rows,
    enabled: isContact,
  })
}

export function useConfirmContact() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (personId: string) =>
      callApi({ method: 'POST', path: `${PATH}/${personId}/confirm`, body: {}, answer: Done }),
    onSettled: () => queryClient.invalidateQueries(),
  })
}
