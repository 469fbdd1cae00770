import { z } from 'zod'
import {
  BulletinChanged,
  BulletinPage,
  BulletinState,
  BulletinView,
  ConfirmWeakTraceRequest,
  DecideQuestionRequest,
  DraftBulletinRequest,
  EditBulletinRequest,
  LeakCheck,
  OutgoingFormat,
  OutgoingPreview,
} from 'contract/bulletin'
import { BulletinId, CaseId } from 'contract/common'
import { defineRoute } from '../http/index.ts'
import type { BulletinRecord } from './bulletin-record.ts'
import { loadPersonActor } from '../people/index.ts'
import { checkBulletin } from './check-bulletin.ts'
import { confirmWeakTrace } from './confirm-weak-trace.ts'
import { decideQuestion } from './decide-question.ts'
import { draftBulletin } from './draft-bulletin.ts'
import { editBulletin } from './edit-bulletin.ts'
import { listBulletins } from './list-bulletins.ts'
import { loadBulletinView } from './load-bulletin-view.ts'
import { parsePosition } from './parse-position.ts'
import { previewBulletin } from './preview-bulletin.ts'

const params = z.object({ bulletinId: BulletinId })
const staff = { access: ['hub-admin', 'hub-analyst', 'hub-lead'] } as const
const editors = { access: ['hub-analyst', 'hub-lead'] } as const

const toChanged = ({ id, state, contentHash }: BulletinRecord): BulletinChanged => ({
  bulletinId: BulletinId.parse(id),
  ...{ state, contentHash },
})

export const bulletinRoutes = [
  defineRoute(
    {
      ...editors,
      method: 'post',
      path: '/api/bulletins',
      summary: 'Drafts a bulletin from a case.',
      body: DraftBulletinRequest,
      answer: BulletinChanged,
    },
    async (c, { body: { caseId } }) =>
      toChanged(
        await c.get('inTransaction')((db) =>
          draftBulletin(db, c.get('actor'), { caseId, now: c.get('now') }),
        ),
      ),
  ),
  defineRoute(
    {
      ...staff,
      method: 'get',
      path: '/api/bulletins',
      summary: 'Bulletins, the last changed first.',
      query: z.object({
        state: BulletinState.optional(),
        caseId: CaseId.optional(),
        after: z.string().max(200).optional(),
      }),
      answer: BulletinPage,
    },
    (c, { query: { state, caseId, after } }) => {
      const listing = { state, caseId, after: parsePosition(after), now: c.get('now') }
      return c.get('inTransaction')((db) => listBulletins(db, listing))
    },
  ),
  defineRoute(
    {
      ...staff,
      method: 'get',
      path: '/api/bulletins/{bulletinId}',
      summary: 'One bulletin with its evidence side, questions, check and approvals.',
      params,
      answer: BulletinView,
    },
    (c, { params: { bulletinId } }) =>
      c.get('inTransaction')((db) =>
        loadBulletinView(db, { bulletinId, hub: c.get('hub'), now: c.get('now') }),
      ),
  ),
  defineRoute(
    {
      ...editors,
      method: 'put',
      path: '/api/bulletins/{bulletinId}',
      summary: 'Changes text or groups; the bulletin is a draft again.',
      params,
      body: EditBulletinRequest,
      answer: BulletinChanged,
    },
    async (c, { params: { bulletinId }, body }) => {
      const edit = { ...body, bulletinId, now: c.get('now') }
      return toChanged(await c.get('inTransaction')((db) => editBulletin(db, c.get('actor'), edit)))
    },
  ),
  defineRoute(
    {
      ...editors,
      method: 'post',
      path: '/api/bulletins/{bulletinId}/questions',
      summary: 'Answers one question; indicators and look-alikes are made anew.',
      params,
      body: DecideQuestionRequest,
      answer: BulletinChanged,
    },
    async (c, { params: { bulletinId }, body }) => {
      const decision = { ...body, bulletinId, now: c.get('now') }
      return toChanged(
        await c.get('inTransaction')((db) => decideQuestion(db, c.get('actor'), decision)),
      )
    },
  ),
  defineRoute(
    {
      ...editors,
      method: 'post',
      path: '/api/bulletins/{bulletinId}/check',
      summary: 'Searches the outgoing bytes of every format for traces of the providers.',
      params,
      answer: BulletinChanged.extend({ check: LeakCheck }),
    },
    async (c, { params: { bulletinId } }) => {
      const { bulletin, check } = await c.get('inTransaction')((db) =>
        checkBulletin(db, c.get('actor'), { bulletinId, hub: c.get('hub'), now: c.get('now') }),
      )
      return { ...toChanged(bulletin), check }
    },
  ),
  defineRoute(
    {
      ...editors,
      method: 'post',
      path: '/api/bulletins/{bulletinId}/weak-traces',
      summary:
        'Says that an ordinary word, by which a provider is called as well, names nobody in this text.',
      params,
      body: ConfirmWeakTraceRequest,
      answer: BulletinChanged,
    },
    async (c, { params: { bulletinId }, body }) => {
      const confirmed = { ...body, bulletinId, now: c.get('now') }
      const actor = loadPersonActor(c.get('actor'))
      return toChanged(await c.get('inTransaction')((db) => confirmWeakTrace(db, actor, confirmed)))
    },
  ),
  defineRoute(
    {
      ...staff,
      method: 'get',
      path: '/api/bulletins/{bulletinId}/preview',
      summary: 'The outgoing bytes of one format.',
      params,
      query: z.object({ format: OutgoingFormat }),
      answer: OutgoingPreview,
    },
    (c, { params: { bulletinId }, query: { format } }) =>
      c.get('inTransaction')((db) =>
        previewBulletin(db, { bulletinId, format, hub: c.get('hub') }),
      ),
  ),
]
