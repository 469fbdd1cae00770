import type { OrganisationView } from 'contract/community'
import { useOrganisation } from '../../client/community.ts'
import { usePlace } from '../../frame/place.ts'
import { useParam } from '../../frame/use-address.ts'
import { Chip } from '../../parts/Chip.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { communityWords } from '../../words/community.ts'
import { organisationWords } from '../../words/organisation.ts'
import { useNumbers } from '../../words/numbers.ts'
import { useWords } from '../../words/use-words.ts'
import { toIndustryWords } from '../../words/to-industry-words.ts'
import { Agreements } from './Agreements.tsx'
import { AskingCard } from './AskingCard.tsx'
import { Contacts } from './Contacts.tsx'
import { IntakeUseCard } from './IntakeUseCard.tsx'
import { MailDomainsCard } from './MailDomainsCard.tsx'
import { Memberships } from './Memberships.tsx'
import { VaultCards } from './VaultCards.tsx'
import '../../parts/RecordList.css'
import './OrganisationPage.css'

/** One organisation as the hub's people see it. */
export function OrganisationPage() {
  const t = useWords(communityWords)
  const organisation = useOrganisation(useParam('organisationId'))
  usePlace([
    { label: t('title'), href: '/community' },
    { label: organisation.data?.name ?? t('organisation') },
  ])
  return (
    <div className="page organisation">
      <Loaded isPage back="community" query={organisation} shape={8}>
        {(view) => (
          <>
            <Head view={view} />
            <div className="organisation-columns">
              <VaultCards view={view} isOwn={false} />
              <div className="stack">
                <Memberships view={view} />
                <AskingCard view={view} />
                <Agreements view={view} />
                <Contacts view={view} isOwn={false} />
                <MailDomainsCard organisationId={view.organisationId} registered={view.domains} />
                <IntakeUseCard organisationId={view.organisationId} />
              </div>
            </div>
          </>
        )}
      </Loaded>
    </div>
  )
}

function Head({ view }: { view: OrganisationView }) {
  const t = useWords(communityWords)
  const words = useWords(organisationWords)
  const numbers = useNumbers()
  return (
    <header className="page-head">
      <h1>{view.name}</h1>
      <Chip tone="outline">{t(`kind-${view.kind}`)}</Chip>
      <span className="small quiet">{toIndustryWords(t)(view.industry)}</span>
      {view.constituentCount > 0 && (
        <span className="small quiet">
          {words('constituents')} {numbers.count(view.constituentCount)}
        </span>
      )}
    </header>
  )
}
