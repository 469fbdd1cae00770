import { OrganisationId } from 'contract/common'
import { MailDomains } from 'contract/community'
import { STAFF_ROLES } from 'contract/people'
import { z } from 'zod'
import { defineRoute } from '../http/index.ts'
import { listMailDomains, loadPersonActor, setMailDomains } from '../people/index.ts'
import { parseDomain } from './parse-domain.ts'

const OfOrganisation = z.object({ organisationId: OrganisationId })
const PATH = '/api/organisations/{organisationId}/mail-domains'

export const mailDomainRoutes = [
  defineRoute(
    {
      method: 'get',
      path: PATH,
      summary: 'Mail domains at which an organisation’s contacts may invite colleagues.',
      access: STAFF_ROLES,
      params: OfOrganisation,
      answer: MailDomains,
    },
    (c, { params: { organisationId } }) =>
      c.get('inTransaction')(async (db) => ({
        domains: await listMailDomains(db, organisationId),
      })),
  ),
  defineRoute(
    {
      method: 'put',
      path: PATH,
      summary: 'Confirm those domains: only such as no other organisation has addresses at.',
      access: ['hub-admin'],
      stepUp: true,
      params: OfOrganisation,
      body: MailDomains,
      answer: MailDomains,
    },
    (c, { params: { organisationId }, body }) => {
      const domains = [...new Set(body.domains.map(parseDomain))].sort()
      return c.get('inTransaction')(async (db) => {
        const order = { organisationId, domains, now: c.get('now') }
        await setMailDomains(db, loadPersonActor(c.get('actor')), order)
        return { domains }
      })
    },
  ),
]
