import { Done, GroupId } from 'contract/common'
import { SetLaneRequest } from 'contract/community'
import { z } from 'zod'
import { defineRoute } from '../http/index.ts'
import { loadPersonActor } from '../people/index.ts'
import { setAlwaysAsked } from './set-always-asked.ts'
import { setGroupLane } from './set-group-lane.ts'

export const laneRoutes = [
  defineRoute(
    {
      method: 'post',
      path: '/api/groups/{groupId}/lane',
      summary:
        'Writes down what a group agreed on: every text waits for its providers, or technical information may go at once.',
      access: ['hub-admin', 'hub-lead'],
      stepUp: true,
      params: z.object({ groupId: GroupId }),
      body: SetLaneRequest,
      answer: Done,
    },
    async (c, { params, body }) => {
      const order = { ...params, ...body, now: c.get('now') }
      const actor = loadPersonActor(c.get('actor'))
      await c.get('inTransaction')((db) => setGroupLane(db, actor, order))
      return { done: true } as const
    },
  ),
  // Two routes: to be asked again must stay quick, to be asked no longer wants a fresh second factor.
  defineRoute(
    {
      method: 'put',
      path: '/api/my/always-asked',
      summary:
        'Wants the own organisation to be asked before anything of its submissions goes out.',
      access: ['member-contact'],
      answer: Done,
    },
    async (c) => {
      const actor = loadPersonActor(c.get('actor'))
      const order = { isAlwaysAsked: true, now: c.get('now') }
      await c.get('inTransaction')((db) => setAlwaysAsked(db, actor, order))
      return { done: true } as const
    },
  ),
  defineRoute(
    {
      method: 'delete',
      path: '/api/my/always-asked',
      summary: 'Leaves it to the wish of each submission again.',
      access: ['member-contact'],
      stepUp: true,
      answer: Done,
    },
    async (c) => {
      const actor = loadPersonActor(c.get('actor'))
      const order = { isAlwaysAsked: false, now: c.get('now') }
      await c.get('inTransaction')((db) => setAlwaysAsked(db, actor, order))
      return { done: true } as const
    },
  ),
]
