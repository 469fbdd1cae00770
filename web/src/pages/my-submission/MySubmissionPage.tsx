import { Link } from '@tanstack/react-router'
import type { MySubmission } from 'contract/intake'
import { useState } from 'react'
import { useMySubmission } from '../../client/my-submissions.ts'
import { useParam } from '../../frame/use-address.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { SubmissionProgress } from '../../parts/SubmissionProgress.tsx'
import { TlpLabel } from '../../parts/TlpLabel.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { WishesList } from '../../parts/submission/WishesList.tsx'
import { useDates } from '../../words/dates.ts'
import { laneWords } from '../../words/lane.ts'
import { memberWords } from '../../words/member.ts'
import { useNumbers } from '../../words/numbers.ts'
import { useWords } from '../../words/use-words.ts'
import { OwnRestrictionCard } from './OwnRestrictionCard.tsx'
import { WishesSheet } from './WishesSheet.tsx'
import '../member-home/MemberHomePage.css'

/** One of the organisation's own submissions: what was sent, how far it has come, how it may be used. */
export function MySubmissionPage() {
  const query = useMySubmission(useParam('submissionId'))
  return (
    <div className="home">
      <Loaded isPage back="my-submissions" query={query}>
        {(submission) => <Shown submission={submission} />}
      </Loaded>
    </div>
  )
}

function Shown({ submission }: { submission: MySubmission }) {
  const t = useWords(memberWords)
  const dates = useDates()
  const [isEditing, setEditing] = useState(false)
  return (
    <div className="home-main">
      <header>
        <p className="meta-line">
          <span className="mono">{submission.receipt}</span>
          <span>{dates.moment(submission.receivedAt)}</span>
          {submission.mailCount !== undefined && (
            <span>{t('mail-count', { count: submission.mailCount })}</span>
          )}
          <SubmissionProgress step={submission.step} />
        </p>
        <h1>
          <HostileText text={submission.title === '' ? submission.receipt : submission.title} />
        </h1>
      </header>
      {submission.setAsideReason !== undefined && (
        <Card title={t('set-aside-because')}>
          <p className="long-text">{submission.setAsideReason}</p>
        </Card>
      )}
      <SharedUnasked shared={submission.sharedUnasked} />
      <Card
        title={t('wishes-title')}
        aside={
          <>
            <TlpLabel tlp={submission.wishes.tlp} />
            <Button size="s" onClick={() => setEditing(true)}>
              {t('change')}
            </Button>
          </>
        }
      >
        <WishesList wishes={submission.wishes} groups={[]} />
      </Card>
      <OwnRestrictionCard submission={submission} />
      <Files submission={submission} />
      {isEditing && (
        <WishesSheet submissionId={submission.submissionId} onClose={() => setEditing(false)} />
      )}
    </div>
  )
}

/** What went out as technical information, with the way to see it and to ask for it back. */
function SharedUnasked({ shared }: { shared: MySubmission['sharedUnasked'] }) {
  const t = useWords(laneWords)
  if (shared.length === 0) return null
  return (
    <Card title={t('unasked-title')}>
      <p className="small reason">{t('unasked-say')}</p>
      <ul className="stack">
        {shared.map(({ approvalId, bulletinNumber }) => (
          <li key={approvalId} className="row-wrap">
            <span className="mono">{bulletinNumber}</span>
            <Link to={`/approvals/${approvalId}`}>{t('unasked-open')}</Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Files({ submission }: { submission: MySubmission }) {
  const t = useWords(memberWords)
  const numbers = useNumbers()
  return (
    <Card title={t('files')}>
      <ul className="stack small">
        {submission.files.map((file, at) => (
          <li key={`${file.sha256}-${at}`} className="row-wrap">
            <span className="strong">
              <HostileText text={file.fileName ?? '—'} />
            </span>
            <span className="quiet">{numbers.bytes(file.sizeBytes)}</span>
            <span className="mono quiet">{file.sha256}</span>
          </li>
        ))}
      </ul>
      {submission.unreadableCount > 0 && (
        <p className="small quiet">{t('unreadable', { count: submission.unreadableCount })}</p>
      )}
    </Card>
  )
}
