import { ClosedTexts } from 'contract/closed-text'
import { CaseId, Done, SubmissionId } from 'contract/common'
import { STAFF_ROLES } from 'contract/people'
import {
  AdmissionList,
  AnswerAdmissionRequest,
  AskAdmissionRequest,
  ClosedThing,
  ClosedThings,
} from 'contract/restriction'
import { z } from 'zod'
import { type HubRoute, defineRoute } from '../http/index.ts'
import { act, done } from '../people/index.ts'
import { type Closed, listAdmissions, listClosed, loadClosed } from './admission.queries.ts'
import { answerAdmission } from './answer-admission.ts'
import { askAdmission } from './ask-admission.ts'
import { listClosedTexts } from './closed-text.queries.ts'
import { liftRestriction } from './lift-restriction.ts'
import { restrictForHub } from './restrict-for-hub.ts'
import { restrictOwn } from './restrict-own.ts'
import { listSubmissionIdsOfCase } from './restriction.queries.ts'

const OfSubmission = z.object({ submissionId: SubmissionId })
const OfCase = z.object({ caseId: CaseId })
const OfThing = z.object({ thingId: z.uuid() })
const staff = { access: STAFF_ROLES } as const
// Both shuts others out and lets them in: a session left open does neither.
const careful = { access: STAFF_ROLES, stepUp: true } as const
const contact = { access: ['member-contact'] } as const

const toAnswer = ({ since, ...thing }: Closed): ClosedThing => ({
  ...thing,
  since: since.toISOString(),
})

export const restrictionRoutes: readonly HubRoute[] = [
  defineRoute(
    {
      method: 'put',
      path: '/api/submissions/{submissionId}/restriction',
      summary: 'Lets only the people in charge of a submission read it.',
      ...careful,
      params: OfSubmission,
      answer: Done,
    },
    (c, { params: { submissionId } }) =>
      done(
        act(c, (db, actor) =>
          restrictForHub(db, actor, { submissionIds: [submissionId], at: c.get('now') }),
        ),
      ),
  ),
  defineRoute(
    {
      method: 'delete',
      path: '/api/submissions/{submissionId}/restriction',
      summary: 'Lets everybody at the hub read it again, unless its provider wants it restricted.',
      ...careful,
      params: OfSubmission,
      answer: Done,
    },
    (c, { params: { submissionId } }) =>
      done(
        act(c, (db, actor) =>
          liftRestriction(db, actor, {
            ...{ submissionIds: [submissionId], setBy: 'hub' },
            at: c.get('now'),
          }),
        ),
      ),
  ),
  defineRoute(
    {
      method: 'put',
      path: '/api/cases/{caseId}/restriction',
      summary: 'The same for everything in a case, and for what the hub folds into it later.',
      ...careful,
      params: OfCase,
      answer: Done,
    },
    (c, { params: { caseId } }) =>
      done(
        act(c, async (db, actor) => {
          const submissionIds = await listSubmissionIdsOfCase(db, caseId)
          await restrictForHub(db, actor, { submissionIds, at: c.get('now') })
        }),
      ),
  ),
  defineRoute(
    {
      method: 'delete',
      path: '/api/cases/{caseId}/restriction',
      summary: 'Takes the hub’s wish back for everything in a case.',
      ...careful,
      params: OfCase,
      answer: Done,
    },
    (c, { params: { caseId } }) =>
      done(
        act(c, async (db, actor) => {
          const submissionIds = await listSubmissionIdsOfCase(db, caseId)
          await liftRestriction(db, actor, { submissionIds, setBy: 'hub', at: c.get('now') })
        }),
      ),
  ),
  defineRoute(
    {
      method: 'get',
      path: '/api/closed',
      summary: 'What is restricted to others: numbers and states.',
      ...staff,
      answer: ClosedThings,
    },
    (c) => act(c, async (db) => ({ rows: (await listClosed(db)).map(toAnswer) })),
  ),
  defineRoute(
    {
      method: 'get',
      path: '/api/closed-texts',
      summary:
        'Texts to approve, on their way out or out, of which something is restricted to others.',
      access: ['hub-lead'],
      answer: ClosedTexts,
    },
    (c) =>
      act(c, async (db) => ({
        rows: (await listClosedTexts(db)).map((text) => ({
          ...text,
          since: text.since.toISOString(),
        })),
      })),
  ),
  defineRoute(
    {
      method: 'get',
      path: '/api/closed/{thingId}',
      summary: 'Number and state of one submission or case that is restricted to others.',
      ...staff,
      params: OfThing,
      answer: ClosedThing,
    },
    (c, { params: { thingId } }) => act(c, async (db) => toAnswer(await loadClosed(db, thingId))),
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/closed/{thingId}/ask',
      summary: 'Asks to be let in, for a purpose that its provider reads.',
      ...staff,
      params: OfThing,
      body: AskAdmissionRequest,
      answer: Done,
    },
    (c, { params: { thingId }, body }) =>
      done(act(c, (db, actor) => askAdmission(db, actor, thingId, body))),
  ),
  defineRoute(
    {
      method: 'get',
      path: '/api/admissions',
      summary: 'Who asks to be let in, as far as the caller asked or may answer.',
      ...staff,
      answer: AdmissionList,
    },
    (c) =>
      act(c, async (db) => ({
        rows: (await listAdmissions(db)).map(({ askedAt, ...one }) => ({
          ...one,
          askedAt: askedAt.toISOString(),
        })),
      })),
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/admissions/{admissionId}/answer',
      summary: 'Lets somebody else in for the days asked for, or does not.',
      ...careful,
      params: z.object({ admissionId: z.uuid() }),
      body: AnswerAdmissionRequest,
      answer: Done,
    },
    (c, { params: { admissionId }, body }) =>
      done(act(c, (db, actor) => answerAdmission(db, actor, admissionId, body))),
  ),
  defineRoute(
    {
      method: 'put',
      path: '/api/my/submissions/{submissionId}/restriction',
      summary: 'Lets only the people in charge at the hub read one’s own submission.',
      ...contact,
      params: OfSubmission,
      answer: Done,
    },
    (c, { params: { submissionId } }) =>
      done(act(c, (db, actor) => restrictOwn(db, actor, { submissionId, at: c.get('now') }))),
  ),
  defineRoute(
    {
      method: 'delete',
      path: '/api/my/submissions/{submissionId}/restriction',
      summary: 'Leaves it to the hub again who reads it.',
      ...contact,
      stepUp: true,
      params: OfSubmission,
      answer: Done,
    },
    (c, { params: { submissionId } }) =>
      done(
        act(c, (db, actor) =>
          liftRestriction(db, actor, {
            ...{ submissionIds: [submissionId], setBy: 'provider' },
            at: c.get('now'),
          }),
        ),
      ),
  ),
]
