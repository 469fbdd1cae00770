import { IconAlertTriangle } from '@tabler/icons-react'
import { Done } from 'contract/common'
import { callApi } from '../client/call-api.ts'
import type { Me } from '../client/me.ts'
import { useOrder } from '../client/order.ts'
import { Button } from '../parts/Button.tsx'
import { useDates } from '../words/dates.ts'
import { frameWords } from '../words/frame.ts'
import { useWords } from '../words/use-words.ts'

/** A line on every screen of somebody whose account the hub recovers or has recovered, in case they never asked for it. */
export function RecoveryLine({ me: { recovery } }: { me: Me }) {
  const t = useWords(frameWords)
  const dates = useDates()
  const stop = useOrder(() =>
    callApi({ method: 'POST', path: '/api/me/recovery/decline', answer: Done }),
  )
  if (recovery === undefined) return undefined
  const { state, on } = recovery
  return (
    <div className="break-glass" role="alert">
      <IconAlertTriangle size={16} stroke={1.5} aria-hidden="true" />
      <span className="grow">{t(`recovery-${state}`, { on: dates.day(on) })}</span>
      {state === 'waits' && (
        <Button size="s" busy={stop.isPending} onClick={() => stop.mutate(undefined)}>
          {t('recovery-stop')}
        </Button>
      )}
    </div>
  )
}
