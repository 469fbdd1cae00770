import { Textarea } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useAcknowledgeBreakGlass, useBreakGlass } from '../client/break-glass.ts'
import type { Me } from '../client/me.ts'
import { Button } from '../parts/Button.tsx'
import { FormSheet } from '../parts/FormSheet.tsx'
import { useDates } from '../words/dates.ts'
import { frameWords } from '../words/frame.ts'
import { useWords } from '../words/use-words.ts'
import { isStaff } from './destinations.ts'

/** A line on every screen of the hub's people while nobody has said why an emergency link was made. */
export function BreakGlassLine({ me }: { me: Me }) {
  const t = useWords(frameWords)
  const dates = useDates()
  const { data: rows = [] } = useBreakGlass(isStaff(me))
  const [answering, setAnswering] = useState<string>()
  return (
    <>
      {rows.map(({ breakGlassId, name, openedAt, acknowledgeable }) => (
        <div key={breakGlassId} className="break-glass" role="alert">
          <IconAlertTriangle size={16} stroke={1.5} aria-hidden="true" />
          <span className="grow">{t('break-glass', { name, at: dates.moment(openedAt) })}</span>
          {acknowledgeable && (
            <Button size="s" onClick={() => setAnswering(breakGlassId)}>
              {t('break-glass-do')}
            </Button>
          )}
        </div>
      ))}
      {answering !== undefined && (
        <ReasonSheet breakGlassId={answering} onClose={() => setAnswering(undefined)} />
      )}
    </>
  )
}

function ReasonSheet({ breakGlassId, onClose }: { breakGlassId: string; onClose: () => void }) {
  const t = useWords(frameWords)
  const order = useAcknowledgeBreakGlass(breakGlassId)
  const [reason, setReason] = useState('')
  return (
    <FormSheet
      title={t('break-glass-do')}
      submit={t('break-glass-do')}
      order={order}
      isReady={reason.trim() !== ''}
      onSubmit={() => order.mutate(reason.trim(), { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{t('break-glass-say')}</p>
      <Textarea
        label={t('break-glass-reason')}
        maxLength={500}
        autosize
        minRows={3}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormSheet>
  )
}
