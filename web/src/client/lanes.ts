import { Done } from 'contract/common'
import type { SetLaneRequest } from 'contract/community'
import type { z } from 'zod'
import { callApi } from './call-api.ts'
import { useOrder } from './order.ts'

/** Writes down whether technical information may go to a group without its providers' approval. */
export function useSetLane(groupId: string) {
  return useOrder((body: z.input<typeof SetLaneRequest>) =>
    callApi({ method: 'POST', path: `/api/groups/${groupId}/lane`, body, answer: Done }),
  )
}

/** Whether the own organisation wants to be asked each time, whatever its groups agreed on. */
export function useSetAlwaysAsked() {
  return useOrder((isAlwaysAsked: boolean) => {
    const method = isAlwaysAsked ? 'PUT' : 'DELETE'
    return callApi({ method, path: '/api/my/always-asked', answer: Done })
  })
}
