import type { OrganisationView } from 'contract/community'
import { useMe } from '../../client/me.ts'
import { AffiliatesCard } from './AffiliatesCard.tsx'
import { LinesCard } from './LinesCard.tsx'
import { NamesCard } from './NamesCard.tsx'
import { PartnersCard } from './PartnersCard.tsx'
import { ProtectedPeopleCard } from './ProtectedPeopleCard.tsx'
import { SuggestionsCard } from './SuggestionsCard.tsx'
import { UrlServicesCard } from './UrlServicesCard.tsx'

/** Everything the organisation keeps with the hub. Its contact and the hub's people may change it. */
export function VaultCards({ view, isOwn }: { view: OrganisationView; isOwn: boolean }) {
  const { data: me } = useMe()
  const mayEdit = !isOwn || me?.roles.includes('member-contact') === true
  const props = { view, isOwn, mayEdit }
  return (
    <div className="stack">
      <SuggestionsCard {...props} />
      <NamesCard {...props} />
      <LinesCard {...props} field="domains" />
      <ProtectedPeopleCard {...props} />
      <PartnersCard {...props} />
      <AffiliatesCard {...props} />
      <LinesCard {...props} field="hosts" />
      <LinesCard {...props} field="networks" />
      <LinesCard {...props} field="numbers" />
      <LinesCard {...props} field="postalAddresses" />
      <UrlServicesCard {...props} />
    </div>
  )
}
