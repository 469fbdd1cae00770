import { Quarter } from 'contract/common'
import { Figure, type Table1 } from 'contract/statistics'
import { useState } from 'react'
import { ApiFailure } from '../../client/api-failure.ts'
import { useMe } from '../../client/me.ts'
import { type TableOf, toCsvAddress, useTable1 } from '../../client/statistics.ts'
import { isStaff } from '../../frame/destinations.ts'
import { usePlace } from '../../frame/place.ts'
import { useAddress } from '../../frame/use-address.ts'
import { Button, toButtonClass } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { useDates } from '../../words/dates.ts'
import { statisticsWords } from '../../words/statistics.ts'
import { todayInJapan } from '../../words/today.ts'
import { useLanguage, useWords } from '../../words/use-words.ts'
import { Breakdown } from './Breakdown.tsx'
import { FigureChart } from './FigureChart.tsx'
import { FigureItemsCard } from './FigureItemsCard.tsx'
import { ImportSheet } from './ImportSheet.tsx'
import { IndustryCard } from './IndustryCard.tsx'
import { QuarterChoice } from './QuarterChoice.tsx'
import { quarterOf, quarterPlus } from './quarters.ts'
import { Table1Card } from './Table1Card.tsx'
import './StatisticsPage.css'

/** The quarter's figures as of any day; each opens what it counts. Everything chosen is in the address. */
export function StatisticsPage() {
  const t = useWords(statisticsWords)
  const dates = useDates()
  const { data: me } = useMe()
  const [address] = useAddress()
  const isHub = me !== undefined && me !== null && isStaff(me)
  // Members see quarters that are over; a running total would tell that somebody has just submitted.
  const last = quarterPlus(quarterOf(todayInJapan()), isHub ? 0 : -1)
  const quarter = Quarter.safeParse(address['quarter']).data ?? last
  const of = { quarter, asOf: isHub ? address['asOf'] : undefined }
  const table = useTable1(of)
  usePlace([{ label: t('title'), href: '/statistics' }, { label: dates.quarter(quarter) }])
  const isNone = table.error instanceof ApiFailure && table.error.status === 404
  return (
    <div className="page statistics">
      <header className="page-head">
        <h1>{t('title')}</h1>
        <QuarterChoice last={last} chosen={quarter} isHub={isHub} asOf={table.data?.asOf ?? ''} />
        <Actions of={of} />
      </header>
      {isNone ? (
        <Card>
          <p className="quiet">{t('table-none')}</p>
        </Card>
      ) : (
        <Loaded query={table} shape={6}>
          {(loaded) => <Figures table={loaded} isHub={isHub} />}
        </Loaded>
      )}
    </div>
  )
}

function Figures({ table, isHub }: { table: Table1; isHub: boolean }) {
  const [address] = useAddress()
  const figure = Figure.safeParse(address['figure']).data
  const counted = Quarter.safeParse(address['of']).data
  return (
    <>
      <Table1Card table={table} isHub={isHub} />
      {isHub && figure !== undefined && counted !== undefined && (
        <FigureItemsCard quarter={counted} figure={figure} asOf={table.asOf} />
      )}
      <div className="statistics-columns">
        <div className="stack">
          <FigureChart table={table} />
          <IndustryCard quarter={table.quarter} />
        </div>
        <Breakdown table={table} />
      </div>
    </>
  )
}

function Actions({ of }: { of: TableOf }) {
  const t = useWords(statisticsWords)
  const language = useLanguage()
  const { data: me } = useMe()
  const [isImporting, setImporting] = useState(false)
  return (
    <div className="row-wrap push statistics-actions">
      <a className={toButtonClass('outline', 's')} href={toCsvAddress(of, language)} download>
        {t('csv')}
      </a>
      <Button size="s" onClick={() => window.print()}>
        {t('print')}
      </Button>
      {me?.roles.includes('hub-admin') === true && (
        <Button size="s" onClick={() => setImporting(true)}>
          {t('import')}
        </Button>
      )}
      {isImporting && <ImportSheet onClose={() => setImporting(false)} />}
    </div>
  )
}
