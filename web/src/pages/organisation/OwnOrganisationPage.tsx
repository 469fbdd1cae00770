import { IconHistory, IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useOrganisation } from '../../client/community.ts'
import { useMe } from '../../client/me.ts'
import { usePlace } from '../../frame/place.ts'
import { toButtonClass } from '../../parts/Button.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { auditWords } from '../../words/audit.ts'
import { organisationWords } from '../../words/organisation.ts'
import { useWords } from '../../words/use-words.ts'
import { Agreements } from './Agreements.tsx'
import { AskingCard } from './AskingCard.tsx'
import { Contacts } from './Contacts.tsx'
import { IntakeUseCard } from './IntakeUseCard.tsx'
import { Memberships } from './Memberships.tsx'
import { NewContacts } from './NewContacts.tsx'
import { OwnAgreements } from './OwnAgreements.tsx'
import { OwnPeople } from './OwnPeople.tsx'
import { VaultCards } from './VaultCards.tsx'
import '../../parts/RecordList.css'
import './OrganisationPage.css'

/** What a member organisation keeps with the hub, for its own people. */
export function OwnOrganisationPage() {
  const t = useWords(organisationWords)
  const audit = useWords(auditWords)
  const { data: me } = useMe()
  const organisation = useOrganisation(me?.organisation?.organisationId ?? '')
  usePlace([{ label: t('title') }])
  return (
    <div className="page organisation">
      <header className="page-head">
        <h1>{me?.organisation?.name ?? t('title')}</h1>
        {me?.roles.includes('member-contact') === true && (
          <Link to="/organisation/log" className={`${toButtonClass('outline', 's')} push`}>
            <IconHistory size={16} stroke={1.5} aria-hidden="true" />
            {audit('own-open')}
          </Link>
        )}
      </header>
      <p className="organisation-own inside">
        <IconLock size={16} stroke={1.5} aria-hidden="true" />
        {t('own-say')}
      </p>
      <Loaded query={organisation} shape={8}>
        {(view) => (
          <div className="organisation-columns">
            <VaultCards view={view} isOwn />
            <div className="stack">
              <NewContacts />
              <Memberships view={view} />
              <OwnAgreements />
              <AskingCard view={view} isOwn />
              <Agreements view={view} />
              {me?.roles.includes('member-contact') === true ? (
                <OwnPeople />
              ) : (
                <Contacts view={view} isOwn />
              )}
              <IntakeUseCard />
            </div>
          </div>
        )}
      </Loaded>
    </div>
  )
}
