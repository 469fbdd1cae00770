import type { MailSummary } from 'contract/analysis'
import type { CaseView } from 'contract/case'
import { Card } from '../../parts/Card.tsx'
import { Confidence } from '../../parts/Confidence.tsx'
import { type Column, DataTable } from '../../parts/DataTable.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { caseWords } from '../../words/case.ts'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'

/** Every mail of the case. */
export function CaseMails({ view }: { view: CaseView }) {
  const t = useWords(caseWords)
  return (
    <Card title={t('other-mails')} padded={false}>
      <DataTable
        label={t('other-mails')}
        columns={useColumns()}
        rows={view.mails}
        toKey={({ mailId }) => mailId}
      />
    </Card>
  )
}

function useColumns(): Column<MailSummary>[] {
  const t = useWords(caseWords)
  const dates = useDates()
  return [
    {
      key: 'sent',
      head: t('sent'),
      sortBy: ({ sentAt }) => sentAt ?? '',
      cell: ({ sentAt }) => (
        <span className="nowrap">{sentAt === undefined ? '—' : dates.short(sentAt)}</span>
      ),
    },
    {
      key: 'subject',
      head: t('subject'),
      sortBy: ({ subject }) => subject,
      cell: ({ subject }) => <HostileText text={subject} />,
    },
    {
      key: 'from',
      head: t('from'),
      sortBy: ({ from }) => from,
      cell: ({ from }) => (
        <span className="mono">
          <HostileText text={from} />
        </span>
      ),
    },
    {
      key: 'strongest',
      head: t('strongest'),
      cell: ({ strongest }) => strongest !== undefined && <Confidence weight={strongest} />,
    },
  ]
}
