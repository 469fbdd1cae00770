import type { OrganisationView } from 'contract/community'
import { type Vault, useReviseVault } from '../../client/community.ts'

/**
 * Saves lists of the vault. The hub is told which revision was read and refuses to overwrite what somebody else
 * changed since; an undo stands on the revision that the change itself made.
 */
export function useSaveVault(view: OrganisationView) {
  const order = useReviseVault(view.organisationId)
  return {
    order,
    save: (
      part: Omit<Vault, 'revision'>,
      told: Parameters<typeof order.mutate>[1] = {},
      revision = view.revision,
    ) => order.mutate({ ...part, revision }, told),
  }
}
