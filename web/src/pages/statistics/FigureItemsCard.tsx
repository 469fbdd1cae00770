import { IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Figure, FigureItem } from 'contract/statistics'
import { useEffect, useRef } from 'react'
import type { z } from 'zod'
import { useFigureItems } from '../../client/statistics.ts'
import { useAddress } from '../../frame/use-address.ts'
import { Card } from '../../parts/Card.tsx'
import { type Column, DataTable } from '../../parts/DataTable.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { useDates } from '../../words/dates.ts'
import { useNumbers } from '../../words/numbers.ts'
import { statisticsWords } from '../../words/statistics.ts'
import { useWords } from '../../words/use-words.ts'

type Item = z.output<typeof FigureItem>

/** What one figure counts, item by item, with the reason of every correction. */
export function FigureItemsCard({
  quarter,
  figure,
  asOf,
}: {
  quarter: string
  figure: Figure
  asOf: string
}) {
  const t = useWords(statisticsWords)
  const dates = useDates()
  const numbers = useNumbers()
  const items = useFigureItems(quarter, figure, asOf)
  const columns = useColumns()
  const total = items.data?.total ?? 0
  const title = t('items-title', { quarter: dates.quarter(quarter), figure: t(figure), total })
  const frame = useShown(`${quarter} ${figure}`)
  return (
    <div ref={frame} className="figure-items" tabIndex={-1}>
      <Card title={title} padded={false} aside={<Close />}>
        <Loaded query={items} shape={4}>
          {({ rows, source }) =>
            rows.length === 0 ? (
              <p className="loaded-empty quiet">
                {t(source === 'imported' ? 'items-imported' : 'items-none')}
              </p>
            ) : (
              <DataTable
                label={title}
                columns={columns}
                rows={rows}
                toKey={({ href }) => href}
                foot={
                  <tr>
                    <th scope="row">{t('total')}</th>
                    <td />
                    <td className="table-wide" />
                    <td className="table-end">{numbers.count(total)}</td>
                  </tr>
                }
              />
            )
          }
        </Loaded>
      </Card>
    </div>
  )
}

/** Puts the list under the reader's eye and hand when another figure is opened. */
function useShown(of: string) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    frame.current?.focus({ preventScroll: true })
    frame.current?.scrollIntoView({ block: 'nearest' })
  }, [of])
  return frame
}

function Close() {
  const t = useWords(statisticsWords)
  const [, setAddress] = useAddress()
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={t('items-close')}
      onClick={() => setAddress({ of: undefined, figure: undefined })}
    >
      <IconX aria-hidden="true" />
    </button>
  )
}

function useColumns(): Column<Item>[] {
  const t = useWords(statisticsWords)
  const dates = useDates()
  const numbers = useNumbers()
  return [
    {
      key: 'number',
      head: t('items-number'),
      width: '140px',
      cell: ({ number, href }) => (
        <Link to={href} className="mono nowrap">
          {number}
        </Link>
      ),
      sortBy: ({ number }) => number,
    },
    {
      key: 'what',
      head: t('items-what'),
      cell: ({ title, correction }) => (
        <span className="table-main">
          <HostileText text={title} />
          {correction !== undefined && (
            <span className="tiny quiet">{t('items-corrected', { reason: correction })}</span>
          )}
        </span>
      ),
    },
    {
      key: 'on',
      head: t('items-on'),
      width: '140px',
      isHiddenOnPhone: true,
      cell: ({ countedOn }) => <span className="nowrap">{dates.shortDay(countedOn)}</span>,
      sortBy: ({ countedOn }) => countedOn,
    },
    {
      key: 'items',
      head: t('items-count'),
      width: '80px',
      align: 'end',
      cell: ({ items }) => numbers.count(items),
      sortBy: ({ items }) => items,
    },
  ]
}
