import { OrganisationId } from 'contract/common'
import {
  AnswerSuggestionRequest,
  OrganisationView,
  VaultSpellingList,
  VaultSuggestionList,
} from 'contract/community'
import { MEMBER_ROLES, STAFF_ROLES } from 'contract/people'
import { z } from 'zod'
import { dayInJapan } from '../clock.ts'
import { type HubContext, type HubRoute, defineRoute } from '../http/index.ts'
import { isStaff } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { answerSuggestion } from './answer-suggestion.ts'
import { listVaultSpellings } from './list-vault-spellings.ts'
import { loadOrganisationView } from './load-organisation-view.ts'
import { loadOrganisation } from './organisation.queries.ts'
import { listSuggestions } from './suggestion.queries.ts'

const OfOrganisation = z.object({ organisationId: OrganisationId })
const PATH = '/api/organisations/{organisationId}/vault/suggestions'

const list = defineRoute(
  {
    method: 'get',
    path: PATH,
    summary: 'What an organisation’s own mails suggest for its vault; a member finds only its own.',
    access: [...STAFF_ROLES, ...MEMBER_ROLES],
    params: OfOrganisation,
    answer: VaultSuggestionList,
  },
  async (c, { params }) => {
    refuseOthers(c, params.organisationId)
    return {
      rows: await c.get('inTransaction')((db) => listSuggestions(db, params.organisationId)),
    }
  },
)

const answer = defineRoute(
  {
    method: 'post',
    path: PATH,
    summary: 'Take a suggestion into the vault or refuse it for good.',
    access: ['member-contact'],
    params: OfOrganisation,
    body: AnswerSuggestionRequest,
    answer: OrganisationView,
  },
  (c, { params, body }) => {
    refuseOthers(c, params.organisationId)
    const at = c.get('now')
    return c.get('inTransaction')(async (db) => {
      await answerSuggestion(db, c.get('actor'), params.organisationId, body, at)
      return loadOrganisationView(db, params.organisationId, dayInJapan(at))
    })
  },
)

const spellings = defineRoute(
  {
    method: 'get',
    path: '/api/organisations/{organisationId}/vault/spellings',
    summary: 'How the leak check searches for each entry of a vault; a member finds only its own.',
    access: [...STAFF_ROLES, ...MEMBER_ROLES],
    params: OfOrganisation,
    answer: VaultSpellingList,
  },
  async (c, { params: { organisationId } }) => {
    refuseOthers(c, organisationId)
    const vault = await c.get('inTransaction')((db) => loadOrganisation(db, organisationId))
    return { rows: listVaultSpellings(vault) }
  },
)

export const suggestionRoutes: readonly HubRoute[] = [list, answer, spellings]

function refuseOthers(c: HubContext, organisationId: OrganisationId): void {
  const actor = c.get('actor')
  if (!isStaff(actor) && actor.organisationId !== organisationId) throw new Refusal('not-found')
}
