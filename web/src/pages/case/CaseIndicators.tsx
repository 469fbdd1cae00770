import type { CaseView } from 'contract/case'
import { Card } from '../../parts/Card.tsx'
import { type Column, DataTable } from '../../parts/DataTable.tsx'
import { DefangSwitch } from '../../parts/hostile/DefangSwitch.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { caseWords } from '../../words/case.ts'
import { useNumbers } from '../../words/numbers.ts'
import { useWords } from '../../words/use-words.ts'

type Row = CaseView['indicators'][number]

/** What could be searched for or blocked, seen from inside: nothing here is cleared for sharing. */
export function CaseIndicators({ view }: { view: CaseView }) {
  const t = useWords(caseWords)
  const columns = useColumns()
  if (view.indicators.length === 0) return <p className="quiet">{t('no-indicators')}</p>
  return (
    <Card title={t('tab-indicators')} padded={false} aside={<DefangSwitch />}>
      <DataTable
        label={t('tab-indicators')}
        columns={columns}
        rows={view.indicators}
        toKey={({ type, value, context, path }) => `${type} ${value} ${context} ${path}`}
      />
    </Card>
  )
}

function useColumns(): Column<Row>[] {
  const t = useWords(caseWords)
  const numbers = useNumbers()
  return [
    {
      key: 'value',
      head: t('value'),
      sortBy: ({ value }) => value,
      cell: ({ value }) => (
        <span className="mono">
          <HostileText text={value} />
        </span>
      ),
    },
    { key: 'type', head: t('type'), sortBy: ({ type }) => type, cell: ({ type }) => type },
    {
      key: 'context',
      head: t('context'),
      isHiddenOnPhone: true,
      sortBy: ({ context }) => context,
      cell: ({ context }) => context,
    },
    {
      key: 'mails',
      head: t('seen'),
      align: 'end',
      sortBy: ({ mailCount }) => mailCount,
      cell: ({ mailCount }) => numbers.count(mailCount),
    },
  ]
}
