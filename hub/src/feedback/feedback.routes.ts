import { z } from 'zod'
import { Done, ReleaseId } from 'contract/common'
import { GiveFeedbackRequest } from 'contract/inbox'
import { defineRoute } from '../http/index.ts'
import { act, done, loadOrganisation, loadPersonActor } from '../people/index.ts'
import { giveFeedback, takeBackFeedback } from './give-feedback.ts'

const params = z.object({ releaseId: ReleaseId })
const access = ['member-contact', 'member-reader'] as const

export const feedbackRoutes = [
  defineRoute(
    {
      method: 'put',
      path: '/api/inbox/{releaseId}/feedback',
      summary: 'Answers a bulletin: got it, blocked it, not found, false alarm.',
      access,
      params,
      body: GiveFeedbackRequest,
      answer: Done,
    },
    async (c, { params: { releaseId }, body }) => {
      const actor = loadPersonActor(c.get('actor'))
      const organisationId = loadOrganisation(actor)
      const given = { releaseId, organisationId, feedback: body, now: c.get('now') }
      await c.get('inTransaction')((db) => giveFeedback(db, actor, given))
      return { done: true as const }
    },
  ),
  defineRoute(
    {
      method: 'delete',
      path: '/api/inbox/{releaseId}/feedback',
      summary: 'Takes the own answer back.',
      access,
      params,
      answer: Done,
    },
    (c, { params: { releaseId } }) =>
      done(act(c, (db, actor) => takeBackFeedback(db, actor, { releaseId }))),
  ),
]
