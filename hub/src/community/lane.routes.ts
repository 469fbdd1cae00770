import { Done, GroupId } from 'contract/common'
import { SetLaneRequest } from 'contract/community'
import { z } from 'zod'
import { defineRoute } from '../http/index.ts'
import { act, done } from '../people/index.ts'
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
    (c, { params, body }) => {
      const order = { ...params, ...body, now: c.get('now') }
      return done(act(c, (db, actor) => setGroupLane(db, actor, order)))
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
    (c) => {
      const order = { isAlwaysAsked: true, now: c.get('now') }
      return done(act(c, (db, actor) => setAlwaysAsked(db, actor, order)))
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
    (c) => {
      const order = { isAlwaysAsked: false, now: c.get('now') }
      return done(act(c, (db, actor) => setAlwaysAsked(db, actor, order)))
    },
  ),
]
