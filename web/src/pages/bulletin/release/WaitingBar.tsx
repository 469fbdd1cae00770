import { IconClock } from '@tabler/icons-react'
import type { BulletinView } from 'contract/bulletin'
import { useEffect, useState } from 'react'
import { useMoveBulletin } from '../../../client/bulletins.ts'
import { useMe } from '../../../client/me.ts'
import { Button } from '../../../parts/Button.tsx'
import { useTold } from '../../../parts/use-told.ts'
import { bulletinReleaseWords } from '../../../words/bulletin-release.ts'
import { useDates } from '../../../words/dates.ts'
import { useWords } from '../../../words/use-words.ts'
import { isEditor } from '../may-edit.ts'
import { toCountdown } from './to-countdown.ts'

const SECOND_MS = 1000

/** The time in which a release can still be cancelled, counted down, with the one button that does it. */
export function WaitingBar({ view }: { view: BulletinView }) {
  const t = useWords(bulletinReleaseWords)
  const dates = useDates()
  const tell = useTold()
  const { data: me } = useMe()
  const move = useMoveBulletin(view.bulletinId)
  const now = useNow()
  const order = view.releaseOrder
  if (order === undefined) return null
  const left = Date.parse(order.dueAt) - now
  const cancel = () =>
    tell(move.mutateAsync({ move: 'cancel-release' }), () => ({ say: t('cancelled-done') }))
  return (
    <section className="review-waiting" aria-labelledby="review-waiting">
      <div className="grow">
        <h2 id="review-waiting">
          <IconClock size={18} stroke={1.5} aria-hidden="true" />
          {left > 0 ? t('waiting') : t('leaving')}
        </h2>
        {left > 0 && (
          <p className="review-countdown" role="timer">
            {toCountdown(left)}
          </p>
        )}
        <p className="small reason">
          {t('waiting-say', {
            at: dates.moment(order.dueAt),
            count: view.audience.organisationCount,
          })}
        </p>
        <p className="tiny quiet">
          {t('ordered', { at: dates.short(order.orderedAt), who: order.orderedBy })}
        </p>
      </div>
      {isEditor(me) && (
        <Button kind="primary" size="l" busy={move.isPending} onClick={() => void cancel()}>
          {t('cancel-release')}
        </Button>
      )}
    </section>
  )
}

function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
