import { useApprovals } from '../../client/approvals.ts'
import { useInbox } from '../../client/inbox.ts'
import { memberWords } from '../../words/member.ts'
import { useWords } from '../../words/use-words.ts'
import { Questions } from './Questions.tsx'
import { ReportCard } from './ReportCard.tsx'
import { SubmittedTable } from './SubmittedTable.tsx'
import { Warnings } from './Warnings.tsx'
import './MemberHomePage.css'

/** The member's home: what waits for this organisation first, then how to report. */
export function MemberHomePage() {
  return (
    <div className="home">
      <div className="home-main">
        <Waiting />
        <Warnings />
        <SubmittedTable />
      </div>
      <aside className="home-side">
        <Questions />
        <ReportCard />
      </aside>
    </div>
  )
}

function Waiting() {
  const t = useWords(memberWords)
  const inbox = useInbox()
  const approvals = useApprovals()
  const warnings = (inbox.data ?? []).filter(
    (row) => row.feedback === undefined && row.state === 'released',
  ).length
  const asked = (approvals.data ?? []).filter((row) => row.state === 'waiting').length
  const count = warnings + asked
  return (
    <header className="home-head">
      <h1>{count === 0 ? t('waiting-none') : t('waiting-title', { count })}</h1>
      {count > 0 && (
        <span className="small quiet">{t('waiting-parts', { warnings, approvals: asked })}</span>
      )}
      <span className="small quiet push">{t('answers-private')}</span>
    </header>
  )
}
