import type { OrganisationId } from 'contract/common'
import { MEMBER_ROLES, type Role } from 'contract/people'

/** Whether these are roles of one side. Somebody who is both would carry the hub's sight into an organisation. */
export function rolesFit(
  roles: readonly Role[],
  organisationId: OrganisationId | undefined,
): boolean {
  const isMembers = (role: Role) => (MEMBER_ROLES as readonly Role[]).includes(role)
  return roles.every((role) => isMembers(role) === (organisationId !== undefined))
}
