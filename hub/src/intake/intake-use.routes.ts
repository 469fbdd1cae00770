import { OrganisationId } from 'contract/common'
import { IntakeUse, MailedUse } from 'contract/intake'
import { MEMBER_ROLES, STAFF_ROLES } from 'contract/people'
import { z } from 'zod'
import { dayInJapan } from '../clock.ts'
import { type HubContext, defineRoute } from '../http/index.ts'
import { Refusal } from '../refusals.ts'
import { loadIntakeUse, loadOpenIntakeUse } from './intake-use.queries.ts'
import { intakeLimits as limits } from './limits.ts'
import { loadMailedUse, loadTurnedAway } from './mailed-use.queries.ts'

export const intakeUseRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/api/organisations/{organisationId}/intake-use',
      summary: 'How much an organisation has handed in today and altogether, and how much it may.',
      access: STAFF_ROLES,
      params: z.object({ organisationId: OrganisationId }),
      answer: IntakeUse,
    },
    (c, { params: { organisationId } }) => loadUse(c, organisationId, loadOpenIntakeUse),
  ),
  defineRoute(
    {
      method: 'get',
      path: '/api/my/intake-use',
      summary: 'How much one’s own organisation has handed in, and whether mail in its name waits.',
      access: MEMBER_ROLES,
      answer: IntakeUse,
    },
    (c) => {
      const { organisationId } = c.get('actor')
      if (organisationId === undefined) throw new Refusal('not-found')
      return loadUse(c, organisationId, loadIntakeUse)
    },
  ),
  defineRoute(
    {
      method: 'get',
      path: '/api/mailed-use',
      summary: 'How much came in by mail today from everybody, and how much may.',
      access: STAFF_ROLES,
      answer: MailedUse,
    },
    async (c) => {
      const day = dayInJapan(c.get('now'))
      const [{ dayBytes, dayMails }, turnedAway] = await c.get('inTransaction')(async (db) => [
        await loadMailedUse(db, { network: undefined, day }),
        await loadTurnedAway(db, { day }),
      ])
      return { ...toMailedUse(dayBytes, dayMails), turnedAway }
    },
  ),
]

async function loadUse(
  c: HubContext,
  organisationId: OrganisationId,
  load: typeof loadIntakeUse,
): Promise<IntakeUse> {
  const { intakeBytesPerDay, intakeBytesInAll } = c.get('hub').config
  const day = dayInJapan(c.get('now'))
  return c.get('inTransaction')(async (db) => ({
    ...(await load(db, organisationId, day)),
    dayBytesMax: intakeBytesPerDay,
    allBytesMax: intakeBytesInAll,
    mailTurnedAway: await loadTurnedAway(db, { organisationId, day }),
  }))
}

function toMailedUse(dayBytes: number, dayMails: number) {
  const { mailedBytesPerDayMax: dayBytesMax, mailedPerDayMax: dayMailsMax } = limits
  const percent = 100 * Math.max(dayBytes / dayBytesMax, dayMails / dayMailsMax)
  const isNear = percent >= limits.mailedNearPercent
  return { dayBytes, dayBytesMax, dayMails, dayMailsMax, isNear }
}
