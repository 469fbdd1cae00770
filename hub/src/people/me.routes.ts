import { Done } from 'contract/common'
import { Me, SessionList, SetLanguageRequest } from 'contract/people'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { dayInJapan } from '../clock.ts'
import { defineRoute } from '../http/define-route.ts'
import { Refusal } from '../refusals.ts'
import { actInStaff, done } from './act.ts'
import { loadPersonActor } from './actor.ts'
import { lockOwnAccount } from './lock-own-account.ts'
import { loadPerson, saveLanguage } from './people.queries.ts'
import { RECOVERY_SHOWN_MS } from './limits.ts'
import { declineRecovery } from './recover-person.ts'
import { findOwnRecovery } from './recovery.queries.ts'
import { endSession, endSessionsOf, listSessions } from './sessions.queries.ts'
import { idleSince } from './sessions.ts'

export const meRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/api/me',
      access: 'enrolling',
      summary: 'Who is signed in',
      answer: Me,
    },
    async (c) => {
      const { personId, secondFactor } = loadPersonActor(c.get('actor'))
      const now = c.get('now')
      const since = new Date(now.getTime() - RECOVERY_SHOWN_MS)
      const [person, recovery] = await c.get('inStaff')(async (db) => [
        await loadPerson(db, personId),
        await findOwnRecovery(db, { personId, now, since }),
      ])
      const { organisationId, organisationName } = person
      const { demo, smtp, mailDomain } = c.get('hub').config
      return {
        ...{ personId, secondFactor, demo },
        ...(smtp !== undefined && { reportAddress: `report@${mailDomain}` }),
        name: person.name,
        email: person.email,
        roles: person.roles,
        language: person.language,
        ...(organisationId === undefined
          ? {}
          : { organisation: { organisationId, name: organisationName ?? '' } }),
        ...(recovery !== undefined && { recovery: toOwnRecovery(recovery) }),
        factors: {
          password: person.hasPassword,
          totp: person.hasTotp,
          passkeys: person.passkeyCount,
        },
      }
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/me/recovery/decline',
      access: 'signed-in',
      summary: 'Stop a recovery of one’s own account that nobody has confirmed yet',
      answer: Done,
    },
    (c) =>
      done(actInStaff(c, (db, actor) => declineRecovery(db, actor, actor.personId, c.get('now')))),
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/me/language',
      access: 'enrolling',
      summary: 'Choose the language of the interface and of notices',
      body: SetLanguageRequest,
      answer: Done,
    },
    async (c, { body }) => {
      const { personId } = loadPersonActor(c.get('actor'))
      await c.get('inStaff')((db) => saveLanguage(db, personId, body.language))
      return { done: true as const }
    },
  ),
  defineRoute(
    {
      method: 'get',
      path: '/api/me/sessions',
      access: 'signed-in',
      summary: 'Browsers in which one is signed in',
      answer: SessionList,
    },
    async (c) => {
      const { personId, sessionId } = loadPersonActor(c.get('actor'))
      const now = c.get('now')
      const sessions = await c.get('inStaff')((db) =>
        listSessions(db, { personId, now, idleSince: idleSince(now) }),
      )
      return {
        rows: sessions.map((session) => ({
          sessionId: session.sessionId,
          browser: session.browser,
          createdAt: session.createdAt.toISOString(),
          lastSeenAt: session.lastSeenAt.toISOString(),
          current: session.sessionId === sessionId,
        })),
      }
    },
  ),
  defineRoute(
    {
      method: 'delete',
      path: '/api/me/sessions/{sessionId}',
      access: 'signed-in',
      summary: 'Sign out in one browser',
      params: z.object({ sessionId: z.uuid() }),
      answer: Done,
    },
    async (c, { params }) => {
      const actor = loadPersonActor(c.get('actor'))
      const { personId } = actor
      await c.get('inStaff')(async (db) => {
        const ended = await endSession(db, { ...params, personId, now: c.get('now') })
        if (ended === 0) throw new Refusal('not-found')
        await recordAudit(db, { actor, action: 'session-ended', subject: `person:${personId}` })
      })
      return { done: true as const }
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/me/sessions/end-others',
      access: 'signed-in',
      summary: 'Sign out everywhere but here',
      answer: Done,
    },
    async (c) => {
      const actor = loadPersonActor(c.get('actor'))
      const { personId, sessionId } = actor
      await c.get('inStaff')(async (db) => {
        await lockOwnAccount(db, actor)
        await endSessionsOf(db, { personId, except: sessionId, now: c.get('now') })
        await recordAudit(db, { actor, action: 'sessions-ended', subject: `person:${personId}` })
      })
      return { done: true as const }
    },
  ),
]

/** The day alone: at what hour the hub's people work is nobody's business. */
function toOwnRecovery({ isConfirmed, at }: { isConfirmed: boolean; at: Date }) {
  return { state: isConfirmed ? ('confirmed' as const) : ('waits' as const), on: dayInJapan(at) }
}
