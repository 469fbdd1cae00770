import { Link } from '@tanstack/react-router'
import type { BulletinView } from 'contract/bulletin'
import { useId } from 'react'
import { Button, toButtonClass } from '../../parts/Button.tsx'
import { bulletinWords } from '../../words/bulletin.ts'
import { useWords } from '../../words/use-words.ts'
import { isAboutValues, isRoundToEnd } from './is-about-values.ts'
import { countUnaskable, toAskOff } from './to-ask-off.ts'
import { toCheckLabel } from './to-check-label.ts'
import type { DraftText } from './use-draft-text.ts'

export interface NextStepProps {
  readonly view: BulletinView
  readonly draft: DraftText
  readonly mayEdit: boolean
  readonly isChecking: boolean
  readonly onCheck: () => void
  readonly onAsk: () => void
}

/** The one next thing: check, ask, review. When it is off, it says why. */
export function NextStep(props: NextStepProps) {
  const t = useWords(bulletinWords)
  const { view, mayEdit } = props
  const href = `/bulletins/${view.bulletinId}/release`
  switch (view.state) {
    case 'draft':
      return mayEdit ? <CheckButton {...props} /> : null
    case 'checked':
      return mayEdit ? <AskButton {...props} /> : null
    case 'waiting':
      return mayEdit ? <AskAgainButton {...props} /> : null
    case 'approved':
    case 'releasing':
      return (
        <Link to={href} className={toButtonClass('primary')}>
          {t(view.state === 'approved' ? 'to-review' : 'to-waiting')}
        </Link>
      )
    default:
      return (
        <Link to={href} className={toButtonClass()}>
          {t('to-record')}
        </Link>
      )
  }
}

function toAskAgain(view: BulletinView): 'end-values' | 'ask-values-again' | 'ask-again' {
  if (isRoundToEnd(view)) return 'end-values'
  return isAboutValues(view) ? 'ask-values-again' : 'ask-again'
}

function CheckButton({ view, draft, isChecking, onCheck }: NextStepProps) {
  const t = useWords(bulletinWords)
  const open = view.questions.filter(({ decided }) => decided === undefined).length
  const off = draft.isDirty
    ? t('off-unsaved')
    : open > 0
      ? t('off-questions', { count: open })
      : undefined
  return (
    <Step off={off} busy={isChecking} onPress={onCheck}>
      {t(toCheckLabel(view))}
    </Step>
  )
}

function AskButton({ view, draft, onAsk }: NextStepProps) {
  const t = useWords(bulletinWords)
  const off = toAskOff(view, draft.isDirty)
  return (
    <Step
      off={off === undefined ? undefined : t(off, { count: countUnaskable(view) })}
      onPress={onAsk}
    >
      {t(view.isHubSourced ? 'approve-lead' : isAboutValues(view) ? 'ask-values' : 'ask')}
    </Step>
  )
}

function AskAgainButton({ view, draft, onAsk }: NextStepProps) {
  const t = useWords(bulletinWords)
  const off = toAskOff(view, draft.isDirty)
  return (
    <Step kind="outline" off={off === undefined ? undefined : t(off)} onPress={onAsk}>
      {t(toAskAgain(view))}
    </Step>
  )
}

/** The step's button, with why it is off for whoever cannot hover over it. */
function Step({
  off,
  kind = 'primary',
  busy = false,
  onPress,
  children,
}: {
  off: string | undefined
  kind?: 'primary' | 'outline'
  busy?: boolean
  onPress: () => void
  children: string
}) {
  const reasonId = useId()
  const isOff = off !== undefined
  return (
    <div className="bench-next">
      <Button
        kind={isOff ? 'outline' : kind}
        busy={busy}
        disabled={isOff}
        title={off}
        aria-describedby={isOff ? reasonId : undefined}
        onClick={onPress}
      >
        {children}
      </Button>
      {isOff && (
        <p id={reasonId} className="tiny quiet bench-off">
          {off}
        </p>
      )}
    </div>
  )
}
