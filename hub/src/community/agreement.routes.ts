import {
  AcceptAgreementRequest,
  AgreementCopy,
  AgreementPublished,
  EndAgreementRequest,
  OwnStandingList,
  PublishAgreementRequest,
  SignAgreementRequest,
  StandingList,
} from 'contract/agreement'
import { Done, GroupId, OrganisationId } from 'contract/common'
import { MEMBER_ROLES, STAFF_ROLES } from 'contract/people'
import { z } from 'zod'
import { dayInJapan } from '../clock.ts'
import { defineRoute } from '../http/index.ts'
import { act, done, loadOrganisation, loadPersonActor, loadStanding } from '../people/index.ts'
import { loadAgreementCopy } from './agreement-copy.queries.ts'
import { listOwnStandings, listStandings } from './agreement.queries.ts'
import {
  acceptAgreement,
  endAgreement,
  publishAgreementText,
  signAgreement,
} from './sign-agreement.ts'

/** Who signs for the hub. */
const SIGNERS = ['hub-admin', 'hub-lead'] as const

export const agreementRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/api/my/agreements',
      summary: 'What binds the own organisation to its groups, and the text to be signed.',
      access: MEMBER_ROLES,
      answer: OwnStandingList,
    },
    async (c) => {
      // A group without an agreement is hidden from a member; which ones it was taken into, it must see to sign.
      const organisationId = loadOrganisation(c.get('actor'))
      const day = dayInJapan(c.get('now'))
      return { rows: await c.get('inStaff')((db) => listOwnStandings(db, organisationId, day)) }
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/my/agreements/{groupId}/sign',
      summary: 'Sign the text for a group, for the own organisation.',
      access: ['member-contact'],
      stepUp: true,
      params: z.object({ groupId: GroupId }),
      body: SignAgreementRequest,
      answer: Done,
    },
    async (c, { params, body }) => {
      // Who is nobody's successor signs at once: an organisation's first contact has nobody to ask, and nothing to sign for.
      const actor = await loadStanding(c)
      const order = { ...params, ...body, at: c.get('now') }
      await c.get('inStaff')((db) => signAgreement(db, actor, order))
      return { done: true } as const
    },
  ),
  defineRoute(
    {
      method: 'get',
      path: '/api/agreements',
      summary: 'Who is bound by what, who signed and waits, who is missing.',
      access: STAFF_ROLES,
      answer: StandingList,
    },
    async (c) => ({
      rows: await c.get('inTransaction')((db) => listStandings(db, dayInJapan(c.get('now')))),
    }),
  ),
  defineRoute(
    {
      method: 'get',
      path: '/api/agreements/{agreementId}',
      summary: 'A copy of what was agreed: parties, text, signature, first and last day.',
      access: ['member-contact', ...STAFF_ROLES],
      params: z.object({ agreementId: z.uuid() }),
      answer: AgreementCopy,
    },
    (c, { params: { agreementId } }) => {
      // A former member keeps the copy of what it signed, though the group is hidden from it.
      const ofOrganisation = loadPersonActor(c.get('actor')).organisationId
      return c.get('inStaff')((db) => loadAgreementCopy(db, agreementId, ofOrganisation))
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/agreement-texts',
      summary: 'Publish the next version of the NDA or of the terms.',
      access: SIGNERS,
      stepUp: true,
      body: PublishAgreementRequest,
      answer: AgreementPublished,
      bodyBytesMax: 1_000_000,
    },
    (c, { body }) => {
      const actor = loadPersonActor(c.get('actor'))
      return c.get('inTransaction')((db) => publishAgreementText(db, actor, body, c.get('now')))
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/agreement-signatures/{signatureId}/accept',
      summary: 'Accept a member’s signature for the hub; the agreement is in force from then on.',
      access: SIGNERS,
      stepUp: true,
      params: z.object({ signatureId: z.uuid() }),
      body: AcceptAgreementRequest,
      answer: Done,
    },
    (c, { params, body }) => {
      const order = { ...params, endsOn: body.endsOn, at: c.get('now') }
      return done(act(c, (db, actor) => acceptAgreement(db, actor, order)))
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/organisations/{organisationId}/end-agreement',
      summary: 'End what binds an organisation to a group, on a day.',
      access: SIGNERS,
      stepUp: true,
      params: z.object({ organisationId: OrganisationId }),
      body: EndAgreementRequest,
      answer: Done,
    },
    (c, { params, body }) => {
      const at = c.get('now')
      return done(act(c, (db, actor) => endAgreement(db, actor, { ...params, ...body, at })))
    },
  ),
]
