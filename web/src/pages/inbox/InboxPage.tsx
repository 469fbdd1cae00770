import { useInbox } from '../../client/inbox.ts'
import { MorePages } from '../../parts/MorePages.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { memberWords } from '../../words/member.ts'
import { useWords } from '../../words/use-words.ts'
import { WarningRow } from '../member-home/WarningRow.tsx'
import '../member-home/MemberHomePage.css'

/** Everything that was shared with this organisation, newest first. */
export function InboxPage() {
  const t = useWords(memberWords)
  const inbox = useInbox()
  return (
    <div className="home">
      <div className="home-main">
        <h1>{t('inbox-title')}</h1>
        <Panel title={t('warnings')} query={inbox} empty={t('inbox-none')}>
          {(rows) => (
            <ul>
              {rows.map((row) => (
                <WarningRow key={row.releaseId} row={row} />
              ))}
            </ul>
          )}
        </Panel>
        <MorePages of={inbox} />
      </div>
    </div>
  )
}
