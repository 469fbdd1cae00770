import type { OrganisationView } from 'contract/community'
import type { Db } from '../database/index.ts'
import { loadOrganisation } from './organisation.queries.ts'

/** One organisation as staff and its own people see it. */
export async function loadOrganisationView(
  db: Db,
  organisationId: string,
  today: string,
): Promise<OrganisationView> {
  const organisation = await loadOrganisation(db, organisationId)
  const groups = organisation.memberships
    .filter(({ joinedOn, leftOn }) => joinedOn <= today && (leftOn === undefined || leftOn > today))
    .map(({ group }) => group)
  return { ...organisation, groups }
}
