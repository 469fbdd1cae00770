import { useMySubmissions } from '../../client/my-submissions.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { MorePages } from '../../parts/MorePages.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { memberWords } from '../../words/member.ts'
import { useWords } from '../../words/use-words.ts'
import { ReportCard } from '../member-home/ReportCard.tsx'
import { useColumns } from '../member-home/SubmittedTable.tsx'
import '../member-home/MemberHomePage.css'

/** Everything this organisation sent, and the place to send more. */
export function MySubmissionsPage() {
  const t = useWords(memberWords)
  const submissions = useMySubmissions()
  const columns = useColumns()
  return (
    <div className="home">
      <div className="home-main">
        <h1>{t('my-title')}</h1>
        <Panel title={t('submissions')} query={submissions} empty={t('no-submissions')}>
          {(rows) => (
            <DataTable
              label={t('submissions')}
              columns={columns}
              rows={rows}
              toKey={(row) => row.submissionId}
            />
          )}
        </Panel>
        <MorePages of={submissions} />
      </div>
      <aside className="home-side">
        <ReportCard />
      </aside>
    </div>
  )
}
