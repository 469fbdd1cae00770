import { AssignRequest } from 'contract/analysis'
import {
  AddToCaseRequest,
  CaseChanged,
  CasePage,
  CaseState,
  CaseView,
  ClassifyRequest,
  MergeCasesRequest,
  MoveCaseRequest,
  OpenCaseRequest,
  Queue,
  RenameCaseRequest,
  SplitCaseRequest,
} from 'contract/case'
import { CaseChangeId, CaseId, Classification, Done } from 'contract/common'
import { STAFF_ROLES } from 'contract/people'
import { z } from 'zod'
import { type HubRoute, defineRoute } from '../http/index.ts'
import { actInStaff, done } from '../people/index.ts'
import { addToCase } from './add-to-case.ts'
import { listCases } from './list-cases.ts'
import { loadCaseView } from './load-case-view.ts'
import { loadQueue } from './load-queue.ts'
import { mergeCases } from './merge-cases.ts'
import { openCase } from './open-case.ts'
import { PageMark } from './paging.ts'
import { classifyCase, moveCase, renameCase } from './revise-case.ts'
import { assignCase } from './settle-submission.ts'
import { splitCase } from './split-case.ts'
import { undoChange } from './undo-change.ts'

/** Who works on cases; an administrator looks on. */
const WORKERS = ['hub-analyst', 'hub-lead'] as const
const params = z.object({ caseId: CaseId })

const getQueue = defineRoute(
  {
    method: 'get',
    path: '/api/queue',
    summary: 'What waits for whom, since when, and why.',
    access: STAFF_ROLES,
    query: z.object({ filter: z.enum(['mine', 'others', 'unassigned', 'all']).default('all') }),
    answer: Queue,
  },
  (c, { query }) => actInStaff(c, (db, actor) => loadQueue(db, actor, query.filter)),
)

const getCases = defineRoute(
  {
    method: 'get',
    path: '/api/cases',
    summary: 'Cases, newest first.',
    access: STAFF_ROLES,
    query: z.object({
      state: CaseState.optional(),
      classification: Classification.optional(),
      text: z.string().max(200).optional(),
      after: PageMark.optional(),
    }),
    answer: CasePage,
  },
  (c, { query }) => actInStaff(c, (db) => listCases(db, query)),
)

const getCase = defineRoute(
  {
    method: 'get',
    path: '/api/cases/{caseId}',
    summary: 'A case with everything in it and every change of it.',
    access: STAFF_ROLES,
    params,
    answer: CaseView,
  },
  (c, { params: { caseId } }) => actInStaff(c, (db, actor) => loadCaseView(db, actor, caseId)),
)

const open = defineRoute(
  {
    method: 'post',
    path: '/api/cases',
    summary: 'Open a case from submissions that are in none.',
    access: WORKERS,
    body: OpenCaseRequest,
    answer: CaseChanged,
  },
  (c, { body }) => actInStaff(c, (db, actor) => openCase(db, actor, body, c.get('now'))),
)

const add = defineRoute(
  {
    method: 'post',
    path: '/api/cases/{caseId}/submissions',
    summary: 'Add submissions that are in no case.',
    access: WORKERS,
    params,
    body: AddToCaseRequest,
    answer: CaseChanged,
  },
  (c, { params: { caseId }, body }) =>
    actInStaff(c, (db, actor) => addToCase(db, actor, caseId, body, c.get('now'))),
)

const split = defineRoute(
  {
    method: 'post',
    path: '/api/cases/{caseId}/split',
    summary: 'Split submissions off into a case of their own; the answer names the new case.',
    access: WORKERS,
    params,
    body: SplitCaseRequest,
    answer: CaseChanged,
  },
  (c, { params: { caseId }, body }) =>
    actInStaff(c, (db, actor) => splitCase(db, actor, caseId, body, c.get('now'))),
)

const merge = defineRoute(
  {
    method: 'post',
    path: '/api/cases/{caseId}/merge',
    summary: 'Empty another case into this one and close it.',
    access: WORKERS,
    params,
    body: MergeCasesRequest,
    answer: CaseChanged,
  },
  (c, { params: { caseId }, body: { otherCaseId } }) =>
    actInStaff(c, (db, actor) => mergeCases(db, actor, { caseId, otherCaseId, at: c.get('now') })),
)

const classify = defineRoute(
  {
    method: 'post',
    path: '/api/cases/{caseId}/classification',
    summary: 'Decide what a case is.',
    access: WORKERS,
    params,
    body: ClassifyRequest,
    answer: CaseChanged,
  },
  (c, { params: { caseId }, body }) =>
    actInStaff(c, (db, actor) => classifyCase(db, actor, caseId, body, c.get('now'))),
)

const rename = defineRoute(
  {
    method: 'post',
    path: '/api/cases/{caseId}/title',
    summary: 'Give a case another title.',
    access: WORKERS,
    params,
    body: RenameCaseRequest,
    answer: CaseChanged,
  },
  (c, { params: { caseId }, body }) =>
    actInStaff(c, (db, actor) => renameCase(db, actor, caseId, body, c.get('now'))),
)

const move = defineRoute(
  {
    method: 'post',
    path: '/api/cases/{caseId}/state',
    summary: 'Mark a case as worked, close it, or open it again.',
    access: WORKERS,
    params,
    body: MoveCaseRequest,
    answer: CaseChanged,
  },
  (c, { params: { caseId }, body: { to } }) =>
    actInStaff(c, (db, actor) => moveCase(db, actor, { caseId, to, at: c.get('now') })),
)

const assign = defineRoute(
  {
    method: 'post',
    path: '/api/cases/{caseId}/assign',
    summary: 'Say who looks after a case.',
    access: WORKERS,
    params,
    body: AssignRequest,
    answer: Done,
  },
  (c, { params: { caseId }, body }) =>
    done(actInStaff(c, (db, actor) => assignCase(db, actor, caseId, body))),
)

const undo = defineRoute(
  {
    method: 'post',
    path: '/api/case-changes/{changeId}/undo',
    summary: 'Take one change of a case back, if no later change stands in the way.',
    access: WORKERS,
    params: z.object({ changeId: CaseChangeId }),
    answer: CaseChanged,
  },
  (c, { params: { changeId } }) =>
    actInStaff(c, (db, actor) => undoChange(db, actor, changeId, c.get('now'))),
)

export const caseRoutes: readonly HubRoute[] = [
  getQueue,
  getCases,
  getCase,
  open,
  add,
  split,
  merge,
  classify,
  rename,
  move,
  assign,
  undo,
]
