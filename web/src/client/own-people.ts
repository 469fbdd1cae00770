import { useQuery } from '@tanstack/react-query'
import { Done } from 'contract/common'
import {
  type DisablePersonRequest,
  InvitationLink,
  type InviteOwnPersonRequest,
  OwnPersonList,
} from 'contract/people'
import type { z } from 'zod'
import { callApi } from './call-api.ts'
import { useOrder } from './order.ts'

const PATH = '/api/me/people'

/** People of one's own organisation who have an account, and the domains at which more can be invited. */
export function useOwnPeople() {
  return useQuery({
    queryKey: ['own-people'],
    queryFn: ({ signal }) => callApi({ path: PATH, answer: OwnPersonList, signal }),
  })
}

/** Registers a colleague; the answer holds a link that works once. */
export function useInviteOwnPerson() {
  return useOrder((body: z.input<typeof InviteOwnPersonRequest>) =>
    callApi({ method: 'POST', path: PATH, body, answer: InvitationLink }),
  )
}

/** Another link for somebody who has not come in yet. */
export function useRenewInvitation(personId: string) {
  return useOrder<void, z.output<typeof InvitationLink>>(() =>
    callApi({ method: 'POST', path: `${PATH}/${personId}/link`, answer: InvitationLink }),
  )
}

export function useDisableOwnPerson(personId: string) {
  return useOrder((body: z.input<typeof DisablePersonRequest>) =>
    callApi({ method: 'POST', path: `${PATH}/${personId}/disabled`, body, answer: Done }),
  )
}
