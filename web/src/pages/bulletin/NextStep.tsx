import { Link } from '@tanstack/react-router'
import type { BulletinView } from 'contract/bulletin'
import { useId } from 'react'
import { Button, toButtonClass } from '../../parts/Button.tsx'
import { bulletinWords } from '../../words/bulletin.ts'
import { useWords } from '../../words/use-words.ts'
import { isAboutValues, isRoundToEnd } from './is-about-values.ts'
import { toSealState } from './to-seal-state.ts'
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
  const { view, draft, mayEdit, onAsk } = props
  const href = `/bulletins/${view.bulletinId}/release`
  const isUnsaved = draft.isDirty
  switch (view.state) {
    case 'draft':
      return mayEdit ? <CheckButton {...props} /> : null
    case 'checked':
      return mayEdit ? (
        <Button
          kind="primary"
          disabled={toAskReason(props, t) !== undefined}
          title={toAskReason(props, t)}
          onClick={onAsk}
        >
          {t(view.isHubSourced ? 'approve-lead' : isAboutValues(view) ? 'ask-values' : 'ask')}
        </Button>
      ) : null
    case 'waiting':
      return mayEdit ? (
        <Button disabled={isUnsaved} onClick={onAsk}>
          {t(isRoundToEnd(view) ? 'end-values' : 'ask-again')}
        </Button>
      ) : null
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

function CheckButton({ view, draft, isChecking, onCheck }: NextStepProps) {
  const t = useWords(bulletinWords)
  const reasonId = useId()
  const open = view.questions.filter(({ decided }) => decided === undefined).length
  const reason = draft.isDirty
    ? t('off-unsaved')
    : open > 0
      ? t('off-questions', { count: open })
      : undefined
  return (
    <div className="bench-next">
      <Button
        kind={reason === undefined ? 'primary' : 'outline'}
        busy={isChecking}
        disabled={reason !== undefined}
        aria-describedby={reason === undefined ? undefined : reasonId}
        onClick={onCheck}
      >
        {t(view.check === undefined ? 'check' : 'check-again')}
      </Button>
      {reason !== undefined && (
        <span id={reasonId} className="unseen">
          {reason}
        </span>
      )}
    </div>
  )
}

function toAskReason(
  { view, draft }: NextStepProps,
  t: (key: 'off-unsaved' | 'off-audience' | 'off-weak') => string,
): string | undefined {
  if (draft.isDirty) return t('off-unsaved')
  if (toSealState(view, { isChecking: false, isDirty: false }) === 'open') return t('off-weak')
  return view.audience.organisationCount === 0 ? t('off-audience') : undefined
}
