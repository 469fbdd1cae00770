import { Link } from '@tanstack/react-router'
import type { BulletinView } from 'contract/bulletin'
import { BulletinStateChip } from '../../parts/BulletinStateChip.tsx'
import { Stepper } from '../../parts/Stepper.tsx'
import { bulletinWords } from '../../words/bulletin.ts'
import { useDates } from '../../words/dates.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { NextStep, type NextStepProps } from './NextStep.tsx'
import { toSteps } from './to-steps.ts'

/** Number, state, where it comes from, how far it is, and the one next thing. */
export function WorkbenchHead(props: NextStepProps) {
  const { view } = props
  const t = useWords(bulletinWords)
  const say = useSay()
  return (
    <header className="bench-title">
      <div className="grow">
        <BulletinMeta view={view} />
        <h1>{say(view.title)}</h1>
      </div>
      <Stepper label={t('steps')} steps={toSteps(view, t)} />
      <NextStep {...props} />
    </header>
  )
}

/** What stands over the title here and in the review. */
export function BulletinMeta({ view }: { view: BulletinView }) {
  const t = useWords(bulletinWords)
  const dates = useDates()
  return (
    <p className="meta-line">
      <span className="mono">{view.number}</span>
      <BulletinStateChip state={view.state} />
      <span>{t('version', { version: view.version })}</span>
      {view.caseId !== undefined && (
        <Link to={`/cases/${view.caseId}`}>
          {t('from-case', { number: view.caseNumber ?? '' })}
        </Link>
      )}
      {view.isHubSourced && <span>{t('hub-sourced')}</span>}
      <span>{t('saved', { at: dates.short(view.updatedAt) })}</span>
    </p>
  )
}
