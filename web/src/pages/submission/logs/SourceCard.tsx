import type { SourceSummary } from 'contract/web-log'
import { Card } from '../../../parts/Card.tsx'
import { type Column, DataTable } from '../../../parts/DataTable.tsx'
import { HostileText } from '../../../parts/hostile/HostileText.tsx'
import { useDates } from '../../../words/dates.ts'
import { useNumbers } from '../../../words/numbers.ts'
import { useWords } from '../../../words/use-words.ts'
import { webLogWords } from '../../../words/web-log.ts'
import { KindNames } from './KindNames.tsx'

/** Who asked, most telling first. */
export function SourceCard({
  title,
  sources,
}: {
  title: string
  sources: readonly SourceSummary[]
}) {
  return (
    <Card title={title} padded={false}>
      <DataTable
        label={title}
        columns={useColumns()}
        rows={sources}
        toKey={({ address }) => address}
      />
    </Card>
  )
}

function useColumns(): readonly Column<SourceSummary>[] {
  const t = useWords(webLogWords)
  const numbers = useNumbers()
  const dates = useDates()
  return [
    {
      key: 'address',
      head: t('address'),
      cell: ({ address, holder, kinds }) => (
        <>
          <code className="log-address">
            <HostileText text={address} />
          </code>
          {holder !== undefined && <span className="tiny quiet log-under">{holder}</span>}
          <KindNames kinds={kinds.map(({ kind }) => kind)} />
        </>
      ),
    },
    {
      key: 'probes',
      head: t('probed'),
      align: 'end',
      sortBy: ({ probes }) => probes,
      cell: ({ probes }) => numbers.count(probes),
    },
    {
      key: 'answered',
      head: t('answered-short'),
      align: 'end',
      sortBy: ({ answered }) => answered,
      cell: ({ answered }) => <Answered count={answered} />,
    },
    {
      key: 'count',
      head: t('requested'),
      align: 'end',
      sortBy: ({ count }) => count,
      cell: ({ count, missedMax }) => (
        <span title={missedMax > 0 ? t('may-miss', { count: missedMax }) : undefined}>
          {missedMax > 0 ? t('about', { count: numbers.count(count) }) : numbers.count(count)}
        </span>
      ),
    },
    {
      key: 'last',
      head: t('last'),
      isHiddenOnPhone: true,
      sortBy: ({ lastAt }) => lastAt ?? '',
      cell: ({ lastAt }) => (lastAt === undefined ? '' : dates.short(lastAt)),
    },
  ]
}

/** Probes that were answered stand out. */
export function Answered({ count }: { count: number }) {
  const numbers = useNumbers()
  return <span className={count > 0 ? 'log-lit' : 'quiet'}>{numbers.count(count)}</span>
}
