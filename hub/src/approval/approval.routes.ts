import { z } from 'zod'
import {
  AnswerApprovalRequest,
  ApprovalListRow,
  ApprovalRow,
  ApprovalView,
  AskApprovalRequest,
  BulletinChanged,
  OutgoingFormat,
  OutgoingPreview,
  TakeLaneRequest,
} from 'contract/bulletin'
import { ApprovalId, BulletinId } from 'contract/common'
import { crashPoint } from '../crash-points.ts'
import { defineRoute } from '../http/index.ts'
import { loadPersonActor } from '../people/index.ts'
import { answerApproval } from './answer-approval.ts'
import { askApproval } from './ask-approval.ts'
import { listOwnApprovals, loadOwnApproval, loadOwnForm } from './read-approvals.ts'
import { takeTechnicalLane } from './take-technical-lane.ts'

const params = z.object({ approvalId: ApprovalId })

export const approvalRoutes = [
  defineRoute(
    {
      method: 'post',
      path: '/api/bulletins/{bulletinId}/ask-approval',
      summary: 'Asks every provider in it to approve this text for this audience.',
      access: ['hub-analyst', 'hub-lead'],
      params: z.object({ bulletinId: BulletinId }),
      body: AskApprovalRequest,
      answer: BulletinChanged,
    },
    async (c, { params: { bulletinId }, body }) => {
      const asked = { ...body, bulletinId, hub: c.get('hub'), now: c.get('now') }
      const bulletin = await c.get('inTransaction')((db) => askApproval(db, c.get('actor'), asked))
      return { bulletinId, state: bulletin.state, contentHash: bulletin.contentHash }
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/bulletins/{bulletinId}/technical-lane',
      summary:
        'Lets technical information alone go on without its providers’ approval, where groups and providers agreed on that.',
      access: ['hub-lead'],
      stepUp: true,
      params: z.object({ bulletinId: BulletinId }),
      body: TakeLaneRequest,
      answer: BulletinChanged,
    },
    async (c, { params: { bulletinId }, body }) => {
      const taken = { ...body, bulletinId, hub: c.get('hub'), now: c.get('now') }
      const actor = loadPersonActor(c.get('actor'))
      const bulletin = await c.get('inTransaction')((db) => takeTechnicalLane(db, actor, taken))
      return { bulletinId, state: bulletin.state, contentHash: bulletin.contentHash }
    },
  ),
  defineRoute(
    {
      method: 'get',
      path: '/api/approvals',
      summary: 'Requests to the own organisation, those that wait first.',
      access: ['member-contact'],
      answer: z.object({ rows: z.array(ApprovalListRow) }),
    },
    async (c) => ({ rows: await c.get('inTransaction')(listOwnApprovals) }),
  ),
  defineRoute(
    {
      method: 'get',
      path: '/api/approvals/{approvalId}',
      summary: 'One request: what goes out, to whom, and what was replaced.',
      access: ['member-contact'],
      params,
      answer: ApprovalView,
    },
    (c, { params: { approvalId } }) =>
      c.get('inTransaction')((db) => loadOwnApproval(db, approvalId)),
  ),
  defineRoute(
    {
      method: 'get',
      path: '/api/approvals/{approvalId}/preview',
      summary: 'The outgoing bytes of one format, as they were when the approval was asked for.',
      access: ['member-contact'],
      params,
      query: z.object({ format: OutgoingFormat }),
      answer: OutgoingPreview,
    },
    (c, { params: { approvalId }, query: { format } }) =>
      c.get('inTransaction')((db) => loadOwnForm(db, approvalId, format)),
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/approvals/{approvalId}/answer',
      summary: 'Approves, asks for changes, refuses, or takes an approval back.',
      access: ['member-contact'],
      stepUp: true,
      params,
      body: AnswerApprovalRequest,
      answer: z.object({ state: ApprovalRow.shape.state }),
    },
    async (c, { params: { approvalId }, body }) => {
      const actor = loadPersonActor(c.get('actor'))
      const answer = { ...body, approvalId, now: c.get('now') }
      const state = await c.get('inTransaction')((db) => answerApproval(db, actor, answer))
      crashPoint('approval.after-commit')
      return { state }
    },
  ),
]
