import { useNavigate } from '@tanstack/react-router'
import type { BulletinView } from 'contract/bulletin'
import { useState } from 'react'
import { toSay } from '../../../client/api-failure.ts'
import { useMoveBulletin } from '../../../client/bulletins.ts'
import { useMe } from '../../../client/me.ts'
import { Button } from '../../../parts/Button.tsx'
import { useToast } from '../../../parts/toasts.ts'
import { bulletinReleaseWords } from '../../../words/bulletin-release.ts'
import { useDates } from '../../../words/dates.ts'
import { useSay, useWords } from '../../../words/use-words.ts'
import { isEditor, isLead } from '../may-edit.ts'
import { WithdrawSheet } from './WithdrawSheet.tsx'

/** When it left, and what can still be done: a new version, or taking it back. */
export function ReleasedBar({ view }: { view: BulletinView }) {
  const t = useWords(bulletinReleaseWords)
  const say = useSay()
  const toast = useToast()
  const navigate = useNavigate()
  const { data: me } = useMe()
  const move = useMoveBulletin(view.bulletinId)
  const [isWithdrawing, setWithdrawing] = useState(false)
  const correct = () =>
    move.mutate(
      { move: 'correct' },
      {
        onSuccess: ({ bulletinId }) => {
          toast({ say: t('correct-done') })
          void navigate({ to: `/bulletins/${bulletinId}` })
        },
        onError: (error) => toast({ say: say(toSay(error)), isError: true }),
      },
    )
  const isCurrent = view.state === 'released'
  return (
    <section className="card card-body review-released">
      <div className="grow">
        <Said view={view} />
        {isCurrent && isEditor(me) && <p className="tiny quiet reason">{t('correct-say')}</p>}
      </div>
      {isCurrent && isEditor(me) && (
        <Button busy={move.isPending} onClick={correct}>
          {t('correct')}
        </Button>
      )}
      {view.state !== 'withdrawn' && isLead(me) && (
        <Button onClick={() => setWithdrawing(true)}>{t('withdraw')}</Button>
      )}
      {isWithdrawing && <WithdrawSheet view={view} onClose={() => setWithdrawing(false)} />}
    </section>
  )
}

function Said({ view }: { view: BulletinView }) {
  const t = useWords(bulletinReleaseWords)
  const dates = useDates()
  const { state, releasedAt, audience } = view
  return (
    <p className="strong reason">
      {releasedAt !== undefined &&
        t('released', { at: dates.moment(releasedAt), count: audience.organisationCount })}{' '}
      {state === 'corrected' && t('corrected-say')}
      {state === 'withdrawn' && t('withdrawn-say')}
    </p>
  )
}
