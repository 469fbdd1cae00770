import { Link } from '@tanstack/react-router'
import { BulletinState } from 'contract/bulletin'
import { useBulletins } from '../../client/bulletins.ts'
import { usePlace } from '../../frame/place.ts'
import { useAddress } from '../../frame/use-address.ts'
import { toButtonClass } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { FilterSelect } from '../../parts/Filters.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { MorePages } from '../../parts/MorePages.tsx'
import { bulletinWords } from '../../words/bulletin.ts'
import { useWords } from '../../words/use-words.ts'
import { useBulletinColumns } from './use-bulletin-columns.tsx'

/** Every bulletin, the last changed first; the state that narrows it stands in the address. */
export function BulletinsPage() {
  const t = useWords(bulletinWords)
  const [address] = useAddress()
  usePlace([{ label: t('title') }])
  const state = BulletinState.safeParse(address['state']).data
  const bulletins = useBulletins({ state })
  const columns = useBulletinColumns()
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t('title')}</h1>
        <div className="row-wrap push">
          <FilterSelect
            name="state"
            label={t('filter-state')}
            anyLabel={t('filter-any')}
            choices={BulletinState.options.map((value) => ({ value, label: t(`state-${value}`) }))}
          />
        </div>
      </header>
      <Card padded={false}>
        <Loaded
          query={bulletins}
          shape={8}
          empty={state === undefined ? <NoneYet /> : <Empty>{t('none')}</Empty>}
        >
          {(rows) => (
            <DataTable
              label={t('title')}
              columns={columns}
              rows={rows}
              toKey={({ bulletinId }) => bulletinId}
            />
          )}
        </Loaded>
      </Card>
      <MorePages of={bulletins} />
    </div>
  )
}

function NoneYet() {
  const t = useWords(bulletinWords)
  return (
    <Empty
      action={
        <Link to="/cases" className={toButtonClass()}>
          {t('to-cases')}
        </Link>
      }
    >
      {t('none-yet')}
    </Empty>
  )
}
