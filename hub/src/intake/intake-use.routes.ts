import { OrganisationId } from 'contract/common'
import { IntakeUse } from 'contract/intake'
import { STAFF_ROLES } from 'contract/people'
import { z } from 'zod'
import { dayInJapan } from '../clock.ts'
import { defineRoute } from '../http/index.ts'
import { loadIntakeUse } from './intake-use.queries.ts'

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
    async (c, { params: { organisationId } }) => {
      const { intakeBytesPerDay, intakeBytesInAll } = c.get('hub').config
      const today = dayInJapan(c.get('now'))
      const use = await c.get('inTransaction')((db) => loadIntakeUse(db, organisationId, today))
      return { ...use, dayBytesMax: intakeBytesPerDay, allBytesMax: intakeBytesInAll }
    },
  ),
]
