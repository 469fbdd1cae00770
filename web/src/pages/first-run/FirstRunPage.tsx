import { IconCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useSetUp } from '../../client/first-run.ts'
import { useMe } from '../../client/me.ts'
import { useUploads } from '../../client/use-uploads.ts'
import { usePlace } from '../../frame/place.ts'
import { toButtonClass } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { DropZone } from '../../parts/DropZone.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { UploadList } from '../../parts/UploadList.tsx'
import { firstRunWords } from '../../words/first-run.ts'
import { useWords } from '../../words/use-words.ts'
import './FirstRunPage.css'

interface Step {
  readonly name: 'me' | 'groups' | 'organisations' | 'mail' | 'figures'
  readonly isDone: boolean
  readonly minutes: number
  readonly href: string
}

/** An empty hub: five steps in any order, and one mail can be analysed before any of them. */
export function FirstRunPage() {
  const t = useWords(firstRunWords)
  const { data: me } = useMe()
  const setUp = useSetUp()
  usePlace([{ label: t('title') }])
  return (
    <div className="first-run">
      <div className="stack">
        <Loaded query={setUp} shape={6}>
          {(loaded) => {
            const steps: readonly Step[] = [
              { name: 'me', isDone: me?.secondFactor === true, minutes: 1, href: '/settings' },
              { name: 'groups', isDone: loaded.hasGroups, minutes: 3, href: '/community' },
              {
                name: 'organisations',
                isDone: loaded.hasOrganisations,
                minutes: 5,
                href: '/community?tab=organisations',
              },
              { name: 'mail', isDone: loaded.hasSubmissions, minutes: 1, href: '/submissions' },
              { name: 'figures', isDone: false, minutes: 5, href: '/statistics' },
            ]
            return <Steps steps={steps} />
          }}
        </Loaded>
      </div>
      <TryOne />
    </div>
  )
}

function Steps({ steps }: { steps: readonly Step[] }) {
  const t = useWords(firstRunWords)
  // Earlier figures are a comfort, not a condition of sharing.
  const left = steps.filter(({ isDone, name }) => !isDone && name !== 'figures')
  const next = left[0] ?? steps.find(({ isDone }) => !isDone)
  return (
    <>
      <h1 className="first-run-title">{t('head', { left: left.length })}</h1>
      <p className="quiet">{t('lead')}</p>
      <ol className="first-steps">
        {steps.map((step, at) => (
          <OneStep key={step.name} step={step} at={at} isNext={step === next} />
        ))}
      </ol>
    </>
  )
}

function OneStep({ step, at, isNext }: { step: Step; at: number; isNext: boolean }) {
  const t = useWords(firstRunWords)
  const { name, isDone, minutes, href } = step
  const words = name === 'me' || name === 'mail' ? t('open') : t(`step-${name}-do`)
  return (
    <li
      className="first-step"
      data-next={isNext ? '' : undefined}
      data-done={isDone ? '' : undefined}
    >
      <span className="first-number" aria-hidden="true">
        {isDone ? <IconCheck size={16} /> : at + 1}
      </span>
      <div className="grow">
        <h2>{t(`step-${name}`)}</h2>
        <p className="small quiet">{t(`step-${name}-say`)}</p>
        {isNext && (
          <p className="first-do">
            <Link to={href} className={toButtonClass('primary')}>
              {words}
            </Link>
          </p>
        )}
      </div>
      <span className="small quiet nowrap">
        {isDone ? t('done') : isNext ? t('minutes', { count: minutes }) : null}
      </span>
      {!isDone && !isNext && (
        <Link to={href} className={toButtonClass('outline', 's')}>
          {words}
        </Link>
      )}
    </li>
  )
}

function TryOne() {
  const t = useWords(firstRunWords)
  const { uploads, start, again } = useUploads()
  return (
    <Card title={t('try-title')}>
      <div className="stack">
        <p className="small quiet">{t('try-say')}</p>
        <DropZone
          title={t('try-drop')}
          isPrimary={false}
          onFiles={(files) => void start(files, { providerKind: 'hub' })}
        />
        <UploadList uploads={uploads} onAgain={(upload) => void again(upload)} />
      </div>
    </Card>
  )
}
