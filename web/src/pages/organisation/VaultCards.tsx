import type { OrganisationView } from 'contract/community'
import { useMe } from '../../client/me.ts'
import { Card } from '../../parts/Card.tsx'
import { organisationWords } from '../../words/organisation.ts'
import { useWords } from '../../words/use-words.ts'
import { LinesCard } from './LinesCard.tsx'
import { NamesCard } from './NamesCard.tsx'
import { PartnersCard } from './PartnersCard.tsx'
import { ProtectedPeopleCard } from './ProtectedPeopleCard.tsx'
import { UrlServicesCard } from './UrlServicesCard.tsx'

/** Everything the organisation keeps with the hub. Its contact and the hub's people may change it. */
export function VaultCards({ view, isOwn }: { view: OrganisationView; isOwn: boolean }) {
  const { data: me } = useMe()
  const mayEdit = !isOwn || me?.roles.includes('member-contact') === true
  const props = { view, isOwn, mayEdit }
  return (
    <div className="stack">
      <NamesCard {...props} />
      <LinesCard {...props} field="domains" />
      <ProtectedPeopleCard {...props} />
      <PartnersCard {...props} />
      <LinesCard {...props} field="hosts" />
      <LinesCard {...props} field="networks" />
      <LinesCard {...props} field="numbers" />
      <UrlServicesCard {...props} />
      <Affiliates view={view} />
    </div>
  )
}

function Affiliates({ view: { affiliates } }: { view: OrganisationView }) {
  const t = useWords(organisationWords)
  return (
    <Card title={t('affiliates')} padded={false}>
      {affiliates.length === 0 ? (
        <p className="card-body quiet small">{t('affiliates-none')}</p>
      ) : (
        <ul className="record-list">
          {affiliates.map(({ name, country, domains, relation }) => (
            <li key={`${relation} ${name}`}>
              <span className="record-text">
                <span className="strong">{name}</span>
                <span className="mono quiet">{domains.join('  ')}</span>
              </span>
              <span className="tiny quiet nowrap">
                {t(`relation-${relation}`)}・{country}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
