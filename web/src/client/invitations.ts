import { Done } from 'contract/common'
import {
  type ChangeRolesRequest,
  type DisablePersonRequest,
  InvitationLink,
  type InvitePersonRequest,
  RecoveryLink,
} from 'contract/people'
import type { z } from 'zod'
import { callApi } from './call-api.ts'
import { useOrder } from './order.ts'

/** Registers a person; the answer holds a link that works once. */
export function useInvitePerson() {
  return useOrder((body: z.input<typeof InvitePersonRequest>) =>
    callApi({ method: 'POST', path: '/api/people', body, answer: InvitationLink }),
  )
}

/** For somebody who lost every way in. Of staff and contacts another person confirms before the link works. */
export function useRecoverPerson(personId: string) {
  return useOrder<void, z.output<typeof RecoveryLink>>(() =>
    callApi({ method: 'POST', path: `/api/people/${personId}/recovery`, answer: RecoveryLink }),
  )
}

/** The second person's word about a waiting recovery. */
export function useAnswerRecovery(personId: string) {
  return useOrder((answer: 'confirm' | 'decline') =>
    callApi({ method: 'POST', path: `/api/people/${personId}/recovery/${answer}`, answer: Done }),
  )
}

/** The second person's word about somebody who became a contact by a change of roles. */
export function useConfirmRaised(personId: string) {
  return useOrder(() =>
    callApi({ method: 'POST', path: `/api/people/${personId}/contact/confirm`, answer: Done }),
  )
}

/** Shuts a person out at once, or lets them in again. */
export function useDisablePerson(personId: string) {
  return useOrder((body: z.input<typeof DisablePersonRequest>) =>
    callApi({ method: 'POST', path: `/api/people/${personId}/disabled`, body, answer: Done }),
  )
}

/** Gives a person other roles, which signs them out. */
export function useChangeRoles(personId: string) {
  return useOrder((body: z.input<typeof ChangeRolesRequest>) =>
    callApi({ method: 'POST', path: `/api/people/${personId}/roles`, body, answer: Done }),
  )
}

/** Revokes every API token a person made. */
export function useEndPersonsTokens(personId: string) {
  return useOrder<void, unknown>(() =>
    callApi({ method: 'POST', path: `/api/people/${personId}/end-tokens`, answer: Done }),
  )
}

/** Signs a person out everywhere, and ends their tokens if that is wanted; they may sign in again. */
export function useEndPersonsSessions(personId: string) {
  return useOrder(async (endsTokens: boolean) => {
    const end = (what: string) =>
      callApi({ method: 'POST', path: `/api/people/${personId}/${what}`, answer: Done })
    if (endsTokens) await end('end-tokens')
    return end('end-sessions')
  })
}
