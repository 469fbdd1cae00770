import { Link } from '@tanstack/react-router'
import type { BulletinView } from 'contract/bulletin'
import { useBulletin } from '../../../client/bulletins.ts'
import { usePlace } from '../../../frame/place.ts'
import { useParam } from '../../../frame/use-address.ts'
import { toButtonClass } from '../../../parts/Button.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { Stepper } from '../../../parts/Stepper.tsx'
import { DefangProvider } from '../../../parts/hostile/DefangProvider.tsx'
import { bulletinReleaseWords } from '../../../words/bulletin-release.ts'
import { bulletinWords } from '../../../words/bulletin.ts'
import { useDates } from '../../../words/dates.ts'
import { useSay, useWords } from '../../../words/use-words.ts'
import { isOut } from '../may-edit.ts'
import { Seal } from '../Seal.tsx'
import { toSteps } from '../to-steps.ts'
import { BulletinMeta } from '../WorkbenchHead.tsx'
import { AgreementBlock } from './AgreementBlock.tsx'
import { AudienceBlock } from './AudienceBlock.tsx'
import { FeedbackPanel } from './FeedbackPanel.tsx'
import { Numbered } from './Numbered.tsx'
import { Outgoing } from './Outgoing.tsx'
import { ReleasedBar } from './ReleasedBar.tsx'
import { ShareBar } from './ShareBar.tsx'
import { WaitingBar } from './WaitingBar.tsx'
import { WithdrawalRequests } from './WithdrawalRequests.tsx'
import './ReleaseReviewPage.css'

/** The page at the door: what goes out at the left; to whom, who agreed, what was checked at the right. */
export function ReleaseReviewPage() {
  const query = useBulletin(useParam('bulletinId'))
  return (
    <DefangProvider>
      <Loaded isPage back="bulletins" query={query} shape={8}>
        {(view) => <Shown view={view} />}
      </Loaded>
    </DefangProvider>
  )
}

function Shown({ view }: { view: BulletinView }) {
  const t = useWords(bulletinReleaseWords)
  const workbench = useWords(bulletinWords)
  const hasLeft = isOut(view.state)
  usePlace([
    { label: workbench('title'), href: '/bulletins' },
    { label: view.number, href: `/bulletins/${view.bulletinId}` },
    { label: t(hasLeft ? 'record' : 'title') },
  ])
  return (
    <article className="review" data-state={view.state}>
      <header className="review-head">
        <div className="grow">
          <BulletinMeta view={view} />
          <h1>{t(hasLeft ? 'record' : 'title')}</h1>
        </div>
        <Stepper label={workbench('steps')} steps={toSteps(view, workbench)} />
        <Link to={`/bulletins/${view.bulletinId}`} className={toButtonClass('quiet')}>
          {t('to-workbench')}
        </Link>
      </header>
      <div className="review-columns">
        <Outgoing view={view} />
        <div className="review-blocks">
          {!hasLeft && <HeldBack view={view} />}
          {hasLeft && <ReleasedBar view={view} />}
          <WithdrawalRequests view={view} />
          {hasLeft && <FeedbackPanel view={view} />}
          <AudienceBlock view={view} />
          <AgreementBlock view={view} />
          <div className="review-seal">
            <Seal view={view} title={<Numbered number={3} />} />
          </div>
          {!hasLeft && <CannotUndo view={view} />}
          {view.state === 'releasing' ? (
            <WaitingBar view={view} />
          ) : (
            !hasLeft && <ShareBar view={view} />
          )}
        </div>
      </div>
    </article>
  )
}

/** Why the last order did not come to its end; whoever orders again has read it. */
function HeldBack({ view: { releaseOrder } }: { view: BulletinView }) {
  const t = useWords(bulletinReleaseWords)
  const say = useSay()
  const dates = useDates()
  if (releaseOrder?.endedAt === undefined || releaseOrder.outcome === 'released') return null
  const { endedAt, endedBy, outcome, why } = releaseOrder
  return (
    <section className={outcome === 'stopped' ? 'review-final' : 'card card-body'} role="status">
      <h2 className="strong">{t(outcome === 'stopped' ? 'was-stopped' : 'was-cancelled')}</h2>
      <p className="small reason">
        {why !== undefined && `${say(why)} `}
        <span className="quiet">
          {t('agreed-row', { at: dates.short(endedAt), who: endedBy ?? '' })}
        </span>
      </p>
    </section>
  )
}

function CannotUndo({ view }: { view: BulletinView }) {
  const t = useWords(bulletinReleaseWords)
  return (
    <section className="review-final">
      <h2>{t('final')}</h2>
      <ul>
        <li>{t('final-copies')}</li>
        <li>{t('final-changes', { count: view.audience.organisationCount })}</li>
      </ul>
    </section>
  )
}
