import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { Button } from '../../../parts/Button.tsx'
import { Sheet } from '../../../parts/Sheet.tsx'
import { bulletinReleaseWords } from '../../../words/bulletin-release.ts'
import { useWords } from '../../../words/use-words.ts'
import { dueInDays, toMoment } from '../due-date.ts'

/** A moment to share at, in Japan time. */
export function ReleaseTimeSheet({
  count,
  delayMinutes,
  isBusy,
  onClose,
  onChoose,
}: {
  count: number
  delayMinutes: number
  isBusy: boolean
  onClose: () => void
  onChoose: (releaseAt: string) => void
}) {
  const t = useWords(bulletinReleaseWords)
  const [at, setAt] = useState(() => ({ ...dueInDays(1, Date.now()), at: '09:00' }))
  return (
    <Sheet
      title={t('choose-time')}
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            kind="solid"
            busy={isBusy}
            disabled={at.on === '' || at.at === ''}
            onClick={() => onChoose(toMoment(at))}
          >
            {t('share-then', { count })}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="reason">{t('choose-time-say', { minutes: delayMinutes })}</p>
        <div className="row">
          <TextInput
            type="date"
            label={t('time-day')}
            value={at.on}
            onChange={(event) => setAt({ ...at, on: event.target.value })}
          />
          <TextInput
            type="time"
            label="JST"
            value={at.at}
            onChange={(event) => setAt({ ...at, at: event.target.value })}
          />
        </div>
      </div>
    </Sheet>
  )
}
