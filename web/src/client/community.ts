import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Done } from 'contract/common'
import {
  type CreateGroupRequest,
  GroupCreated,
  type JoinRequest,
  type LeaveRequest,
  MembershipCreated,
  OrganisationList,
  OrganisationView,
  type AnswerSuggestionRequest,
  type RegisterOrganisationRequest,
  type ReviseVaultRequest,
  StructureView,
  VaultSuggestionList,
} from 'contract/community'
import type { Language } from 'contract/common'
import type { z } from 'zod'
import { callApi, toAddress } from './call-api.ts'
import { useOrder } from './order.ts'

const STRUCTURE = '/api/community/structure'

export const toKey = (organisationId: string) => ['organisation', organisationId]

export type Vault = z.output<typeof ReviseVaultRequest>

/** The operating structure on a day; today without one. */
export function useStructure(asOf: string | undefined) {
  return useQuery({
    queryKey: ['structure', asOf],
    queryFn: ({ signal }) =>
      callApi({ path: STRUCTURE, query: { asOf }, answer: StructureView, signal }),
    placeholderData: (before) => before,
  })
}

/** Where the drawing of a day's structure is. */
export function toDrawingAddress(asOf: string, lang: Language): string {
  return toAddress(`${STRUCTURE}.svg`, { asOf, lang })
}

/** Every organisation of the community; staff only. */
export function useOrganisations() {
  return useQuery({
    queryKey: ['organisations'],
    queryFn: async ({ signal }) =>
      (await callApi({ path: '/api/organisations', answer: OrganisationList, signal })).rows,
  })
}

export function useOrganisation(organisationId: string) {
  return useQuery({
    queryKey: toKey(organisationId),
    queryFn: ({ signal }) =>
      callApi({
        path: `/api/organisations/${organisationId}`,
        answer: OrganisationView,
        signal,
      }),
    enabled: organisationId !== '',
  })
}

export function useRegisterOrganisation() {
  return useOrder((body: z.input<typeof RegisterOrganisationRequest>) =>
    callApi({ method: 'POST', path: '/api/organisations', body, answer: OrganisationView }),
  )
}

/** Replaces the lists of the vault that are given. */
export function useReviseVault(organisationId: string) {
  const queryClient = useQueryClient()
  return useOrder(async (body: Vault) => {
    const view = await callApi({
      method: 'PUT',
      path: `/api/organisations/${organisationId}/vault`,
      body,
      answer: OrganisationView,
    })
    // The answer is what stands now; without it the page would fall back to the old until it is loaded anew.
    queryClient.setQueryData(toKey(organisationId), view)
    return view
  })
}

export function useCreateGroup() {
  return useOrder((body: z.input<typeof CreateGroupRequest>) =>
    callApi({ method: 'POST', path: '/api/groups', body, answer: GroupCreated }),
  )
}

export function useJoinGroup() {
  return useOrder(({ groupId, ...body }: { groupId: string } & z.input<typeof JoinRequest>) =>
    callApi({
      method: 'POST',
      path: `/api/groups/${groupId}/memberships`,
      body,
      answer: MembershipCreated,
    }),
  )
}

export function useLeaveGroup(membershipId: string) {
  return useOrder((body: z.input<typeof LeaveRequest>) =>
    callApi({
      method: 'POST',
      path: `/api/memberships/${membershipId}/leave`,
      body,
      answer: Done,
    }),
  )
}

const toSuggestions = (organisationId: string) =>
  `/api/organisations/${organisationId}/vault/suggestions`

/** What the organisation's own mails suggest for its vault. */
export function useSuggestions(organisationId: string) {
  return useQuery({
    queryKey: [...toKey(organisationId), 'suggestions'],
    queryFn: async ({ signal }) =>
      (
        await callApi({
          path: toSuggestions(organisationId),
          answer: VaultSuggestionList,
          signal,
        })
      ).rows,
  })
}

export function useAnswerSuggestion(organisationId: string) {
  return useOrder((body: z.input<typeof AnswerSuggestionRequest>) =>
    callApi({
      method: 'POST',
      path: toSuggestions(organisationId),
      body,
      answer: OrganisationView,
    }),
  )
}
