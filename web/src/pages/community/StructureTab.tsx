import { useState } from 'react'
import type { StructureView } from 'contract/community'
import { useStructure } from '../../client/community.ts'
import { useAddress } from '../../frame/use-address.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { FilterDay } from '../../parts/FilterDay.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { communityWords } from '../../words/community.ts'
import { todayInJapan } from '../../words/today.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { GroupSheet } from './GroupSheet.tsx'
import { GroupTable } from './GroupTable.tsx'
import { StructureDrawing } from './StructureDrawing.tsx'
import { useIsKeeper } from './use-keeper.ts'
import './CommunityPage.css'

/** The structure on the day in the address: drawing, the same as a table, and what changed in its quarter. */
export function StructureTab() {
  const t = useWords(communityWords)
  const [address, setAddress] = useAddress()
  const [isCreating, setCreating] = useState(false)
  const structure = useStructure(address['asOf'])
  const isKeeper = useIsKeeper()
  return (
    <>
      <div className="row-wrap">
        <FilterDay name="asOf" label={t('as-of')} empty={todayInJapan()} />
        {address['asOf'] !== undefined && (
          <Button size="s" kind="quiet" onClick={() => setAddress({ asOf: undefined })}>
            {t('today')}
          </Button>
        )}
        {isKeeper && (
          <span className="push">
            <Button size="s" onClick={() => setCreating(true)}>
              {t('create-group')}
            </Button>
          </span>
        )}
      </div>
      <Loaded query={structure} shape={8}>
        {(view) => (
          <>
            <StructureDrawing view={view} />
            <div className="community-columns">
              <GroupTable view={view} />
              <Changes view={view} />
            </div>
          </>
        )}
      </Loaded>
      {isCreating && <GroupSheet onClose={() => setCreating(false)} />}
    </>
  )
}

function Changes({ view: { changes } }: { view: StructureView }) {
  const t = useWords(communityWords)
  const say = useSay()
  return (
    <Card title={t('changes')}>
      {changes.length === 0 ? (
        <p className="quiet">{t('changes-none')}</p>
      ) : (
        <ul className="stack community-changes">
          {changes.map((change) => (
            <li key={`${change.on} ${change.group.ja}`} className="reason">
              {say(change.say)}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
