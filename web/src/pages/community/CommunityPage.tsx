import { useMe } from '../../client/me.ts'
import { isStaff } from '../../frame/destinations.ts'
import { usePlace } from '../../frame/place.ts'
import { useAddress } from '../../frame/use-address.ts'
import { Tabs } from '../../parts/Tabs.tsx'
import { communityWords } from '../../words/community.ts'
import { useWords } from '../../words/use-words.ts'
import { AgreementsTab } from './AgreementsTab.tsx'
import { OrganisationsTab } from './OrganisationsTab.tsx'
import { PeopleTab } from './PeopleTab.tsx'
import { StructureTab } from './StructureTab.tsx'

const TABS = ['structure', 'organisations', 'people', 'agreements'] as const
type Tab = (typeof TABS)[number]

/** Who shares with whom: the structure on any day, the organisations, the people with an account. */
export function CommunityPage() {
  const t = useWords(communityWords)
  const [address, setAddress] = useAddress()
  const { data: me } = useMe()
  usePlace([{ label: t('title') }])
  // Members see the groups they act in, and nobody's register.
  const shown = me && isStaff(me) ? TABS : TABS.slice(0, 1)
  const tab: Tab = shown.find((name) => name === address['tab']) ?? 'structure'
  return (
    <div className="page community">
      <header className="page-head">
        <h1>{t('title')}</h1>
        {shown.length > 1 && (
          <Tabs
            label={t('tabs')}
            tabs={shown.map((name) => ({ name, label: t(`tab-${name}`) }))}
            selected={tab}
            onSelect={(name) =>
              setAddress({ tab: name === 'structure' ? undefined : name, text: undefined })
            }
          />
        )}
      </header>
      {tab === 'structure' && <StructureTab />}
      {tab === 'organisations' && <OrganisationsTab />}
      {tab === 'people' && <PeopleTab />}
      {tab === 'agreements' && <AgreementsTab />}
    </div>
  )
}
