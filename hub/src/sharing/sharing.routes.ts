import { z } from 'zod'
import { BulletinChanged, Readers, ReleaseRequest, WithdrawRequest } from 'contract/bulletin'
import { BulletinId } from 'contract/common'
import type { BulletinRecord } from '../anonymisation/index.ts'
import { crashPoint } from '../crash-points.ts'
import { defineRoute } from '../http/index.ts'
import { loadPersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { asLead } from './as-lead.ts'
import { cancelRelease } from './cancel-release.ts'
import { correctBulletin } from './correct-bulletin.ts'
import { loadReaders } from './load-readers.ts'
import { releaseBulletin } from './release-bulletin.ts'
import { withdrawBulletin } from './withdraw-bulletin.ts'

const params = z.object({ bulletinId: BulletinId })

const toChanged = ({ id, state, contentHash }: BulletinRecord): BulletinChanged => ({
  bulletinId: BulletinId.parse(id),
  ...{ state, contentHash },
})

export const sharingRoutes = [
  defineRoute(
    {
      method: 'post',
      path: '/api/bulletins/{bulletinId}/release',
      summary: 'Orders the release of an approved text; it leaves when the waiting time is over.',
      access: ['hub-lead'],
      stepUp: true,
      params,
      body: ReleaseRequest,
      answer: BulletinChanged,
    },
    async (c, { params: { bulletinId }, body }) => {
      const order = { ...body, bulletinId, hub: c.get('hub'), now: c.get('now') }
      const actor = loadPersonActor(c.get('actor'))
      const ordered = await c.get('inTransaction')((db) => releaseBulletin(db, actor, order))
      crashPoint('sharing.after-commit')
      // Said only now: what was found has been written down and must stay.
      if (!('bulletin' in ordered)) throw new Refusal(ordered.outcome)
      return toChanged(ordered.bulletin)
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/bulletins/{bulletinId}/cancel-release',
      summary: 'Takes the order to release back, while it is not due.',
      access: ['hub-analyst', 'hub-lead'],
      params,
      answer: BulletinChanged,
    },
    async (c, { params: { bulletinId } }) => {
      const actor = loadPersonActor(c.get('actor'))
      const cancelled = { bulletinId, now: c.get('now') }
      return toChanged(
        await c.get('inTransaction')((db) =>
          asLead(db, actor, bulletinId, (able) => cancelRelease(able, actor, cancelled)),
        ),
      )
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/bulletins/{bulletinId}/correct',
      summary: 'Begins a correction of a released bulletin: its next version as a draft.',
      access: ['hub-analyst', 'hub-lead'],
      params,
      answer: BulletinChanged,
    },
    async (c, { params: { bulletinId } }) => {
      const actor = loadPersonActor(c.get('actor'))
      const correction = { bulletinId, now: c.get('now') }
      return toChanged(await c.get('inTransaction')((db) => correctBulletin(db, actor, correction)))
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/bulletins/{bulletinId}/withdraw',
      summary: 'Takes a bulletin back and tells everybody who got it.',
      access: ['hub-lead'],
      stepUp: true,
      params,
      body: WithdrawRequest,
      answer: BulletinChanged,
    },
    async (c, { params: { bulletinId }, body: { reason, namesConfirmed = false } }) => {
      const actor = loadPersonActor(c.get('actor'))
      const withdrawal = { bulletinId, reason, namesConfirmed, now: c.get('now') }
      return toChanged(
        await c.get('inTransaction')((db) =>
          asLead(db, actor, bulletinId, (able, isClosed) =>
            withdrawBulletin(able, actor, { ...withdrawal, isClosed }),
          ),
        ),
      )
    },
  ),
  defineRoute(
    {
      method: 'get',
      path: '/api/bulletins/{bulletinId}/readers',
      summary: 'Who has opened it and what was answered; for the hub alone.',
      access: ['hub-admin', 'hub-analyst', 'hub-lead'],
      params,
      answer: Readers,
    },
    (c, { params: { bulletinId } }) => c.get('inTransaction')((db) => loadReaders(db, bulletinId)),
  ),
]
