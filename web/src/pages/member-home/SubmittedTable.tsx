import { Link } from '@tanstack/react-router'
import type { MySubmission } from 'contract/intake'
import { useMySubmissions } from '../../client/my-submissions.ts'
import { type Column, DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { SubmissionProgress } from '../../parts/SubmissionProgress.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { useDates } from '../../words/dates.ts'
import { memberWords } from '../../words/member.ts'
import { useWords } from '../../words/use-words.ts'

/** The organisation's own submissions and where each stands. */
export function SubmittedTable({ limit = 5 }: { limit?: number }) {
  const t = useWords(memberWords)
  const submissions = useMySubmissions()
  const columns = useColumns()
  return (
    <Panel
      title={t('submissions')}
      query={submissions}
      empty={t('no-submissions')}
      aside={<Link to="/my-submissions">{t('tab-all')}</Link>}
    >
      {(rows) => (
        <DataTable
          label={t('submissions')}
          columns={columns}
          rows={rows.slice(0, limit)}
          toKey={(row) => row.submissionId}
        />
      )}
    </Panel>
  )
}

export function useColumns(): readonly Column<MySubmission>[] {
  const t = useWords(memberWords)
  const dates = useDates()
  return [
    {
      key: 'on',
      head: t('submitted-on'),
      width: '110px',
      cell: (row) => <span className="nowrap">{dates.shortDay(row.receivedAt)}</span>,
      sortBy: (row) => row.receivedAt,
    },
    {
      key: 'receipt',
      head: t('receipt'),
      width: '130px',
      isHiddenOnPhone: true,
      cell: (row) => <span className="mono nowrap">{row.receipt}</span>,
    },
    {
      key: 'title',
      head: t('subject'),
      cell: (row) => (
        <Link to={`/my-submissions/${row.submissionId}`}>
          <HostileText text={row.title === '' ? row.receipt : row.title} />
        </Link>
      ),
    },
    {
      key: 'step',
      head: t('steps'),
      width: '230px',
      cell: (row) => <SubmissionProgress step={row.step} />,
    },
  ]
}
