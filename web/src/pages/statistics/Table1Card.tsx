import { IconLock } from '@tabler/icons-react'
import type { Figure, Table1 } from 'contract/statistics'
import { useAddress } from '../../frame/use-address.ts'
import { Card } from '../../parts/Card.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { FigureCell } from '../../parts/FigureCell.tsx'
import { useDates } from '../../words/dates.ts'
import { statisticsWords } from '../../words/statistics.ts'
import { useLanguage, useSay, useWords } from '../../words/use-words.ts'
import { toMonths } from './to-months.ts'

/** 表1: four rolling quarters under their years, as the quarterly report sets it. */
export function Table1Card({ table, isHub }: { table: Table1; isHub: boolean }) {
  const t = useWords(statisticsWords)
  const dates = useDates()
  return (
    <Card
      title={t('table-title')}
      padded={false}
      aside={
        <Chip tone="ok" icon={<IconLock aria-hidden="true" />}>
          {t('table-as-of', { on: dates.day(table.asOf) })}
        </Chip>
      }
    >
      <div className="table-frame" role="region" aria-label={t('table-title')} tabIndex={0}>
        <table className="table table1">
          <Head table={table} />
          <tbody>
            <Row table={table} figure="submissions" number={1} isHub={isHub} />
            <Row table={table} figure="bulletins" number={2} isHub={isHub} />
          </tbody>
        </table>
      </div>
      <Notes table={table} />
    </Card>
  )
}

function Head({ table: { quarters } }: { table: Table1 }) {
  const t = useWords(statisticsWords)
  const dates = useDates()
  const isJapanese = useLanguage() === 'ja'
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2} className="table-wide">
          {t('number')}
        </th>
        <th scope="col" rowSpan={2}>
          {t('item')}
        </th>
        {groupByYear(quarters).map(({ year, columns }) => (
          <th key={year} scope="colgroup" colSpan={columns} className="table1-year">
            {isJapanese ? `${year}年` : year}
          </th>
        ))}
      </tr>
      <tr>
        {quarters.map((quarter) => (
          <th key={quarter} scope="col" className="table-end">
            {toMonths(dates.quarter(quarter))}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function Row({
  table,
  figure,
  number,
  isHub,
}: {
  table: Table1
  figure: Figure
  number: number
  isHub: boolean
}) {
  const t = useWords(statisticsWords)
  const [address] = useAddress()
  const hasHubSourced = figure === 'bulletins' && table.hubSourced > 0
  return (
    <tr>
      <td className="table-wide">{number}</td>
      <th scope="row">
        {t(figure)}
        {figure === 'bulletins' && <sup>{t('note', { number: 1 })}</sup>}
      </th>
      {table[figure].map((cell, at) => (
        <td
          key={cell.quarter}
          className="table-end"
          data-chosen={
            (address['of'] === cell.quarter && address['figure'] === figure) || undefined
          }
        >
          <FigureCell
            value={cell.value}
            unit={t('unit').trim()}
            correctionCount={cell.correctionCount ?? 0}
            {...(isHub && {
              href: '.',
              search: { ...address, of: cell.quarter, figure },
            })}
          />
          {cell.source === 'imported' && (
            <sup title={t('imported-mark')}>{t('note-imported').slice(0, 1)}</sup>
          )}
          {hasHubSourced && at === table.quarters.length - 1 && (
            <sup>{t('note', { number: 2 })}</sup>
          )}
        </td>
      ))}
    </tr>
  )
}

function Notes({ table: { notes, submissions } }: { table: Table1 }) {
  const t = useWords(statisticsWords)
  const say = useSay()
  return (
    <div className="table1-notes">
      <p>
        {t('note', { number: 1 })} {say(notes.consolidation)}
      </p>
      {notes.hubSourced !== undefined && (
        <p>
          {t('note', { number: 2 })} {say(notes.hubSourced)}
        </p>
      )}
      {submissions.some(({ source }) => source === 'imported') && <p>{t('note-imported')}</p>}
    </div>
  )
}

function groupByYear(quarters: readonly string[]): { year: string; columns: number }[] {
  const years = [...new Set(quarters.map((quarter) => quarter.slice(0, 4)))]
  return years.map((year) => ({
    year,
    columns: quarters.filter((quarter) => quarter.startsWith(year)).length,
  }))
}
