import { Done, SubmissionId } from 'contract/common'
import {
  AddFileQuery,
  CorrectCountRequest,
  MySubmission,
  MySubmissionPage,
  Receipt,
  ReviseDatesRequest,
  SubmitQuery,
  Wishes,
} from 'contract/intake'
import { MEMBER_ROLES, STAFF_ROLES } from 'contract/people'
import { z } from 'zod'
import { assertPastDays } from '../assert-past-days.ts'
import { type HubContext, type HubRoute, defineRoute, streamBody } from '../http/index.ts'
import { actInStaff, done, loadPersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { addFile } from './add-file.ts'
import { changeWishes } from './change-wishes.ts'
import { correctCount } from './correct-count.ts'
import { decideProvider } from './decide-provider.ts'
import { intakeLimits as limits } from './limits.ts'
import { listOwnSubmissions, loadOwnSubmission } from './list-own-submissions.ts'
import { reviseDates } from './revise-dates.ts'
import { takeSubmission } from './take-submission.ts'

const OfSubmission = z.object({ submissionId: SubmissionId })
const PROVIDERS = ['member-contact', ...STAFF_ROLES] as const
const IdempotencyKey = z.string().regex(/^[\x21-\x7e]{16,100}$/)

/** `after` is the `next` of the page before: milliseconds and id of its last row. */
const OwnPageQuery = z.object({
  after: z
    .string()
    .regex(/^\d{1,15}\.[0-9a-f-]{36}$/)
    .transform((text) => {
      const [ms = '', id = ''] = text.split('.')
      return { receivedAt: new Date(Number(ms)), id }
    })
    .pipe(z.object({ receivedAt: z.date(), id: z.uuid() }))
    .optional(),
})

const submit = defineRoute(
  {
    method: 'post',
    path: '/api/submissions',
    summary: 'Hand in one file as it is; the receipt means that it is stored durably.',
    access: PROVIDERS,
    scope: 'write:submissions',
    query: SubmitQuery,
    bodyBytesMax: limits.fileBytesMax,
  },
  async (c, { query }) => {
    const hub = c.get('hub')
    const actor = c.get('actor')
    const { onBehalfOf, providerKind, restricted, ...about } = query
    assertPastDays({ occurredOn: query.occurredOn }, c.get('now'))
    const idempotencyKey = readKey(c)
    const from = await decideProvider(hub.database, actor, { onBehalfOf, providerKind })
    const { receipt, isNew } = await takeSubmission(hub, {
      actor,
      ...from,
      ...about,
      submittedBy: actor.personId,
      isRestricted: restricted === 'true',
      idempotencyKey,
      ...readFile(c),
    })
    return c.json(Receipt.parse(receipt), isNew ? 201 : 200)
  },
)

const addFurtherFile = defineRoute(
  {
    method: 'post',
    path: '/api/submissions/{submissionId}/files',
    summary: 'Add a file to a submission; it is read again.',
    access: PROVIDERS,
    scope: 'write:submissions',
    params: OfSubmission,
    query: AddFileQuery,
    answer: Receipt,
    bodyBytesMax: limits.fileBytesMax,
  },
  (c, { params, query }) =>
    addFile(c.get('hub'), {
      actor: c.get('actor'),
      submissionId: params.submissionId,
      fileName: query.fileName,
      ...readFile(c),
    }),
)

const putWishes = defineRoute(
  {
    method: 'put',
    path: '/api/submissions/{submissionId}/wishes',
    summary: 'Say how the information may be handled.',
    access: ['member-contact'],
    params: OfSubmission,
    body: Wishes,
    answer: MySubmission,
  },
  (c, { params, body }) => {
    const actor = loadPersonActor(c.get('actor'))
    const order = { ...params, wishes: body, now: c.get('now') }
    return c.get('inTransaction')(async (db) => {
      await changeWishes(db, actor, order)
      return loadOwnSubmission(db, params.submissionId)
    })
  },
)

const putDates = defineRoute(
  {
    method: 'put',
    path: '/api/submissions/{submissionId}/dates',
    summary: 'Say when it happened, as known, unknown or withheld.',
    access: PROVIDERS,
    params: OfSubmission,
    body: ReviseDatesRequest,
    answer: Done,
  },
  async (c, { params, body }) => {
    await c.get('inTransaction')((db) =>
      reviseDates(db, c.get('actor'), params.submissionId, body, c.get('now')),
    )
    return { done: true } as const
  },
)

const postCount = defineRoute(
  {
    method: 'post',
    path: '/api/submissions/{submissionId}/count',
    summary: 'Correct how many items of information a submission counts for.',
    access: ['hub-analyst', 'hub-lead'],
    params: OfSubmission,
    body: CorrectCountRequest,
    answer: Done,
  },
  (c, { params, body }) => {
    const at = c.get('now')
    return done(
      actInStaff(c, (db, actor) => correctCount(db, actor, params.submissionId, { ...body, at })),
    )
  },
)

const listMine = defineRoute(
  {
    method: 'get',
    path: '/api/my/submissions',
    summary: "The organisation's own submissions, newest first.",
    access: MEMBER_ROLES,
    query: OwnPageQuery,
    answer: MySubmissionPage,
  },
  (c, { query }) => c.get('inTransaction')((db) => listOwnSubmissions(db, query.after)),
)

const loadMine = defineRoute(
  {
    method: 'get',
    path: '/api/my/submissions/{submissionId}',
    summary: "One of the organisation's own submissions.",
    access: MEMBER_ROLES,
    params: OfSubmission,
    answer: MySubmission,
  },
  (c, { params }) => c.get('inTransaction')((db) => loadOwnSubmission(db, params.submissionId)),
)

export const intakeRoutes: readonly HubRoute[] = [
  submit,
  addFurtherFile,
  putWishes,
  putDates,
  postCount,
  listMine,
  loadMine,
]

/** The sender's own name for this act; repeating it after a lost answer makes no second submission. */
function readKey(c: HubContext): string {
  const key = IdempotencyKey.safeParse(c.req.header('idempotency-key'))
  if (!key.success) throw new Refusal('key-unfit')
  return key.data
}

function readFile(c: HubContext) {
  const announced = c.req.header('content-length')
  return {
    bytes: streamBody(c.req.raw, limits.fileBytesMax),
    ...(announced === undefined ? {} : { announcedBytes: Number(announced) }),
  }
}
