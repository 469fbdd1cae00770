import { useMe } from '../../client/me.ts'
import { Link } from '@tanstack/react-router'
import type { ClosedThing } from 'contract/restriction'
import { useAdmissions, useClosed, useClosedTexts } from '../../client/restriction.ts'
import { usePlace } from '../../frame/place.ts'
import { Card } from '../../parts/Card.tsx'
import { type Column, DataTable } from '../../parts/DataTable.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { useStateWords } from '../../parts/restriction/ClosedView.tsx'
import { useDates } from '../../words/dates.ts'
import { restrictionWords } from '../../words/restriction.ts'
import { useWords } from '../../words/use-words.ts'
import { AdmissionItem } from './AdmissionItem.tsx'
import { ClosedTexts } from './ClosedTexts.tsx'
import './RestrictedPage.css'

/** Who asks to be let in, and what is restricted to others. */
export function RestrictedPage() {
  const t = useWords(restrictionWords)
  const admissions = useAdmissions()
  const closed = useClosed()
  const { data: me } = useMe()
  const texts = useClosedTexts(me?.roles.includes('hub-lead') === true).data ?? []
  const columns = useColumns()
  usePlace([{ label: t('title') }])
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t('title')}</h1>
        <p className="quiet small reason">{t('page-say')}</p>
      </header>
      <Card title={t('admissions')}>
        <Loaded query={admissions} empty={<p className="quiet">{t('no-admissions')}</p>}>
          {(rows) => (
            <ul className="admissions">
              {rows.map((row) => (
                <AdmissionItem key={row.admissionId} admission={row} />
              ))}
            </ul>
          )}
        </Loaded>
      </Card>
      {texts.length > 0 && <ClosedTexts texts={texts} />}
      <Card title={t('closed-list')} padded={false}>
        <Loaded query={closed} empty={<p className="quiet">{t('no-closed')}</p>}>
          {(rows) => (
            <DataTable
              label={t('closed-list')}
              columns={columns}
              rows={rows}
              toKey={({ id }) => id}
            />
          )}
        </Loaded>
      </Card>
    </div>
  )
}

function useColumns(): Column<ClosedThing>[] {
  const t = useWords(restrictionWords)
  const dates = useDates()
  return [
    {
      key: 'number',
      head: t('number'),
      cell: ({ id, number, kind }) => (
        <Link to={`/restricted/${id}`} className="table-main">
          <span className="mono strong">{number}</span>
          <span className="quiet">{t(`kind-${kind}`)}</span>
        </Link>
      ),
    },
    { key: 'state', head: t('state'), cell: (thing) => <StateOf thing={thing} /> },
    {
      key: 'since',
      head: t('since'),
      isHiddenOnPhone: true,
      cell: ({ since }) => <span className="nowrap">{dates.shortDay(since)}</span>,
    },
    {
      key: 'people',
      head: t('people'),
      cell: ({ people }) => t('people-count', { count: people }),
    },
  ]
}

const StateOf = ({ thing }: { thing: ClosedThing }) => useStateWords(thing)
