import { IconDownload } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReleaseView } from 'contract/inbox'
import { useRelease } from '../../client/inbox.ts'
import { useParam } from '../../frame/use-address.ts'
import { BulletinView } from '../../parts/BulletinView.tsx'
import { Card } from '../../parts/Card.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { TlpLabel } from '../../parts/TlpLabel.tsx'
import { DefangProvider } from '../../parts/hostile/DefangProvider.tsx'
import { DefangSwitch } from '../../parts/hostile/DefangSwitch.tsx'
import { useDates } from '../../words/dates.ts'
import { memberWords } from '../../words/member.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { GotIt } from '../member-home/WarningRow.tsx'
import { FeedbackDetails } from './FeedbackDetails.tsx'
import { ReleaseFeedback } from './ReleaseFeedback.tsx'
import '../member-home/MemberHomePage.css'

/** One warning as its readers see it, with the answer they give. */
export function ReleasePage() {
  const query = useRelease(useParam('releaseId'))
  return (
    <DefangProvider>
      <Loaded isPage back="inbox" query={query} shape={8}>
        {(release) => <Shown release={release} />}
      </Loaded>
    </DefangProvider>
  )
}

function Shown({ release }: { release: ReleaseView }) {
  const t = useWords(memberWords)
  const dates = useDates()
  const about = t('release-about', { on: dates.day(release.releasedOn), version: release.version })
  return (
    <div className="home release-page">
      <div className="home-main">
        {release.state !== 'released' && <Notice release={release} />}
        {release.content === undefined ? (
          <TakenBack release={release} />
        ) : (
          <Card aside={<DefangSwitch />} title={t('inbox-title')}>
            <BulletinView
              content={release.content}
              reference={release.number}
              dateline={about}
              isWholePage
            />
          </Card>
        )}
      </div>
      <aside className="home-side off-paper">
        {release.state === 'released' && (
          <Card title={t('your-answer')}>
            <div className="stack">
              <ReleaseFeedback release={release} />
              {release.feedback !== undefined && (
                <FeedbackDetails release={release} feedback={release.feedback} />
              )}
              <p className="small">
                <GotIt row={release} />
              </p>
            </div>
          </Card>
        )}
        {release.state === 'released' && <Downloads release={release} />}
      </aside>
    </div>
  )
}

function Notice({ release }: { release: ReleaseView }) {
  const t = useWords(memberWords)
  const say = useSay()
  return (
    <div className="card card-body" role="status">
      <p className="strong">
        {t(release.state === 'withdrawn' ? 'withdrawn-say' : 'corrected-say')}
      </p>
      {release.withdrawnReason !== undefined && <p>{say(release.withdrawnReason)}</p>}
      {release.newerReleaseId !== undefined && (
        <Link to={`/inbox/${release.newerReleaseId}`}>{t('newer')}</Link>
      )}
    </div>
  )
}

/** A withdrawn bulletin, or a version that another one corrects: nothing of what it said is shown. */
function TakenBack({ release }: { release: ReleaseView }) {
  const say = useSay()
  return (
    <Card>
      <article data-tlp={release.tlp}>
        <p className="row-wrap">
          <TlpLabel tlp={release.tlp} />
          <span className="mono quiet">{release.number}</span>
        </p>
        <h1>{say(release.title)}</h1>
      </article>
    </Card>
  )
}

const FORMATS = ['text', 'csv', 'stix'] as const

function Downloads({ release }: { release: ReleaseView }) {
  const t = useWords(memberWords)
  return (
    <Card title={t('downloads')}>
      <ul className="stack small">
        {FORMATS.map((format) => (
          <li key={format}>
            <a className="row" href={`/api/inbox/${release.releaseId}/${format}`} download>
              <IconDownload size={16} stroke={1.5} aria-hidden="true" />
              {t(`download-${format}`)}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  )
}
