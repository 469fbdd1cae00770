import type { OrganisationView } from 'contract/community'

/** What every card of the vault is given. */
export interface VaultCardProps {
  readonly view: OrganisationView
  readonly mayEdit: boolean
  /** Seen by the organisation itself rather than by the hub. */
  readonly isOwn: boolean
}
