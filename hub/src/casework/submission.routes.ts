import {
  AnswerConsultationRequest,
  AssignRequest,
  SetAsideRequest,
  SubmissionPage,
  SubmissionView,
} from 'contract/analysis'
import { Done, OrganisationId, SubmissionId } from 'contract/common'
import { SubmissionKind, SubmissionState } from 'contract/intake'
import { STAFF_ROLES } from 'contract/people'
import { z } from 'zod'
import { type HubRoute, defineRoute } from '../http/index.ts'
import { actInStaff, done } from '../people/index.ts'
import { listSubmissions } from './list-submissions.ts'
import { loadStaffSubmission } from './load-submission.ts'
import { PageMark } from './paging.ts'
import {
  answerConsultation,
  assignSubmission,
  reopenSubmission,
  setAside,
} from './settle-submission.ts'

/** Who works on submissions; an administrator looks on. */
const WORKERS = ['hub-analyst', 'hub-lead'] as const
const params = z.object({ submissionId: SubmissionId })

const getPage = defineRoute(
  {
    method: 'get',
    path: '/api/submissions',
    summary: 'Submissions of everybody, newest first.',
    access: STAFF_ROLES,
    query: z.object({
      state: SubmissionState.optional(),
      kind: SubmissionKind.optional(),
      /** A person, `me`, or `none`. */
      assignee: z.union([z.uuid(), z.enum(['me', 'none'])]).optional(),
      organisationId: OrganisationId.optional(),
      text: z.string().max(200).optional(),
      after: PageMark.optional(),
    }),
    answer: SubmissionPage,
  },
  (c, { query: { assignee, ...filter } }) =>
    actInStaff(c, (db, { personId }) =>
      listSubmissions(db, { ...filter, assignee: assignee === 'me' ? personId : assignee }),
    ),
)

const getOne = defineRoute(
  {
    method: 'get',
    path: '/api/submissions/{submissionId}',
    summary: 'A submission with what was read in it, its ties, case and history.',
    access: STAFF_ROLES,
    params,
    answer: SubmissionView,
  },
  (c, { params: { submissionId } }) =>
    actInStaff(c, (db, actor) => loadStaffSubmission(db, actor, submissionId)),
)

const postSetAside = defineRoute(
  {
    method: 'post',
    path: '/api/submissions/{submissionId}/set-aside',
    summary: 'Decide that nothing is shared of it; the provider reads the reason.',
    access: WORKERS,
    params,
    body: SetAsideRequest,
    answer: Done,
  },
  (c, { params: { submissionId }, body }) =>
    done(actInStaff(c, (db, actor) => setAside(db, actor, submissionId, body))),
)

const postConsultation = defineRoute(
  {
    method: 'post',
    path: '/api/submissions/{submissionId}/consultation',
    summary: 'Answer a question; the provider reads the answer.',
    access: WORKERS,
    params,
    body: AnswerConsultationRequest,
    answer: Done,
  },
  (c, { params: { submissionId }, body }) =>
    done(
      actInStaff(c, (db, actor) =>
        answerConsultation(db, actor, submissionId, { ...body, at: c.get('now') }),
      ),
    ),
)

const postReopen = defineRoute(
  {
    method: 'post',
    path: '/api/submissions/{submissionId}/reopen',
    summary: 'Take a submission up again that was set aside or answered.',
    access: WORKERS,
    params,
    answer: Done,
  },
  (c, { params: { submissionId } }) =>
    done(actInStaff(c, (db, actor) => reopenSubmission(db, actor, submissionId))),
)

const postAssign = defineRoute(
  {
    method: 'post',
    path: '/api/submissions/{submissionId}/assign',
    summary: 'Say who looks after a submission.',
    access: WORKERS,
    params,
    body: AssignRequest,
    answer: Done,
  },
  (c, { params: { submissionId }, body }) =>
    done(actInStaff(c, (db, actor) => assignSubmission(db, actor, submissionId, body))),
)

export const submissionRoutes: readonly HubRoute[] = [
  getPage,
  getOne,
  postSetAside,
  postConsultation,
  postReopen,
  postAssign,
]
