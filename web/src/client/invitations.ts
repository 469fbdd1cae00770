import { Done } from 'contract/common'
import { InvitationLink, type InvitePersonRequest } from 'contract/people'
import type { z } from 'zod'
import { callApi } from './call-api.ts'
import { useOrder } from './order.ts'

/** Registers a person; the answer holds a link that works once. */
export function useInvitePerson() {
  return useOrder((body: z.input<typeof InvitePersonRequest>) =>
    callApi({ method: 'POST', path: '/api/people', body, answer: InvitationLink }),
  )
}

/** For somebody who lost every way in: takes the old ones away and makes a new link. */
export function useRecoverPerson(personId: string) {
  return useOrder<void, z.output<typeof InvitationLink>>(() =>
    callApi({ method: 'POST', path: `/api/people/${personId}/recovery`, answer: InvitationLink }),
  )
}

/** Shuts a person out at once, or lets them in again. */
export function useDisablePerson(personId: string) {
  return useOrder((disabled: boolean) =>
    callApi({
      method: 'POST',
      path: `/api/people/${personId}/disabled`,
      body: { disabled },
      answer: Done,
    }),
  )
}
