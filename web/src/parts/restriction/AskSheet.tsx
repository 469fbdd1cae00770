import { NumberInput, Select, Textarea } from '@mantine/core'
import { ADMISSION_DAYS_MAX, AdmissionPurpose, type ClosedThing } from 'contract/restriction'
import { useState } from 'react'
import { useAskAdmission } from '../../client/restriction.ts'
import { restrictionWords } from '../../words/restriction.ts'
import { useWords } from '../../words/use-words.ts'
import { FormSheet } from '../FormSheet.tsx'
import { useToast } from '../toasts.ts'

const USUAL_DAYS = 7

/** What for, why and for how long somebody wants to read what is restricted. */
export function AskSheet({ thing, onClose }: { thing: ClosedThing; onClose: () => void }) {
  const t = useWords(restrictionWords)
  const toast = useToast()
  const order = useAskAdmission(thing.id)
  const [reason, setReason] = useState('')
  const [days, setDays] = useState<number | string>(USUAL_DAYS)
  const [purpose, setPurpose] = useState<AdmissionPurpose>()
  const purposes = AdmissionPurpose.options.filter((one) => one !== 'lifting' || thing.isLiftable)
  const isReady = purpose !== undefined && reason.trim() !== '' && typeof days === 'number'
  const send = () => {
    if (typeof days !== 'number' || purpose === undefined) return
    order.mutate(
      { purpose, reason, days },
      {
        onSuccess: () => {
          toast({ say: t('asked-done') })
          onClose()
        },
      },
    )
  }
  return (
    <FormSheet
      title={t('ask-title', { number: thing.number })}
      submit={t('ask')}
      order={order}
      isReady={isReady}
      onSubmit={send}
      onClose={onClose}
    >
      <p className="small">{t('ask-say')}</p>
      <Select
        label={t('purpose')}
        description={t('purpose-hint')}
        placeholder={t('purpose-choose')}
        required
        data={purposes.map((value) => ({ value, label: t(`purpose-${value}`) }))}
        value={purpose ?? null}
        onChange={(value) => setPurpose(AdmissionPurpose.safeParse(value).data)}
      />
      {purpose === 'lifting' && <p className="small reason">{t('lifting-say')}</p>}
      <Textarea
        label={t('reason')}
        description={t('reason-hint')}
        autosize
        minRows={2}
        maxLength={500}
        required
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <NumberInput
        label={t('days')}
        description={t('days-hint', { most: ADMISSION_DAYS_MAX })}
        required
        min={1}
        max={ADMISSION_DAYS_MAX}
        allowDecimal={false}
        clampBehavior="strict"
        value={days}
        onChange={setDays}
      />
    </FormSheet>
  )
}
