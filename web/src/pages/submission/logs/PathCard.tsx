import type { PathSummary } from 'contract/web-log'
import { Card } from '../../../parts/Card.tsx'
import { type Column, DataTable } from '../../../parts/DataTable.tsx'
import { HostileText } from '../../../parts/hostile/HostileText.tsx'
import { useNumbers } from '../../../words/numbers.ts'
import { useWords } from '../../../words/use-words.ts'
import { webLogWords } from '../../../words/web-log.ts'
import { KindNames } from './KindNames.tsx'
import { Answered } from './SourceCard.tsx'

/** What was asked for, most frequent first. */
export function PathCard({ title, paths }: { title: string; paths: readonly PathSummary[] }) {
  return (
    <Card title={title} padded={false}>
      <DataTable label={title} columns={useColumns()} rows={paths} toKey={({ path }) => path} />
    </Card>
  )
}

function useColumns(): readonly Column<PathSummary>[] {
  const t = useWords(webLogWords)
  const numbers = useNumbers()
  return [
    {
      key: 'path',
      head: t('path'),
      cell: ({ path, kinds }) => (
        <>
          <code className="log-path">
            <HostileText text={path} />
          </code>
          <KindNames kinds={kinds} />
        </>
      ),
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
      key: 'answered',
      head: t('answered-short'),
      align: 'end',
      sortBy: ({ answered }) => answered,
      cell: ({ answered, probes }) =>
        probes > 0 ? <Answered count={answered} /> : numbers.count(answered),
    },
  ]
}
