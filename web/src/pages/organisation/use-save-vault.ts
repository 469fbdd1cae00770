import type { OrganisationView } from 'contract/community'
import { type Vault, useReviseVault } from '../../client/community.ts'
import { toVault } from './to-vault.ts'

/** Saves the vault with some of its lists replaced. */
export function useSaveVault(view: OrganisationView) {
  const order = useReviseVault(view.organisationId)
  return {
    order,
    save: (part: Partial<Vault>, told: Parameters<typeof order.mutate>[1] = {}) =>
      order.mutate({ ...toVault(view), ...part }, told),
  }
}
