import { TextInput } from '@mantine/core'
import type { StandingRow } from 'contract/agreement'
import { useState } from 'react'
import { useAcceptAgreement, useEndAgreement } from '../../client/agreements.ts'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useToast } from '../../parts/toasts.ts'
import { agreementWords } from '../../words/agreement.ts'
import { useDates } from '../../words/dates.ts'
import { todayInJapan } from '../../words/today.ts'
import { useSay, useWords } from '../../words/use-words.ts'

interface SheetOf {
  readonly row: StandingRow
  readonly onClose: () => void
}

/** Takes a member's signature for the hub. */
export function AcceptSheet({ row: { organisation, group, waiting }, onClose }: SheetOf) {
  const t = useWords(agreementWords)
  const say = useSay()
  const dates = useDates()
  const toast = useToast()
  const accept = useAcceptAgreement(waiting?.signatureId ?? '')
  const [endsOn, setEndsOn] = useState('')
  const finish = () => {
    toast({ say: t('accepted', { organisation }) })
    onClose()
  }
  return (
    <FormSheet
      title={t('accept-title', { organisation })}
      submit={t('accept')}
      order={accept}
      onSubmit={() => accept.mutate(endsOn === '' ? {} : { endsOn }, { onSuccess: finish })}
      onClose={onClose}
    >
      <p>
        {t('accept-say', {
          group: say(group),
          version: waiting?.version ?? '',
          signer: waiting?.signer ?? '',
          on: waiting === undefined ? '' : dates.day(waiting.signedOn),
        })}
      </p>
      <TextInput
        label={t('ends-on')}
        type="date"
        value={endsOn}
        onChange={(event) => setEndsOn(event.target.value)}
      />
    </FormSheet>
  )
}

/** Ends what binds an organisation to a group; from that day on nothing of it is visible there. */
export function EndSheet({
  row: { organisationId, organisation, groupId, group },
  onClose,
}: SheetOf) {
  const t = useWords(agreementWords)
  const say = useSay()
  const toast = useToast()
  const end = useEndAgreement(organisationId)
  const [endsOn, setEndsOn] = useState(todayInJapan())
  const finish = () => {
    toast({ say: t('ended', { organisation }) })
    onClose()
  }
  return (
    <FormSheet
      title={t('end-title', { organisation })}
      submit={t('end')}
      order={end}
      isReady={endsOn !== ''}
      onSubmit={() => end.mutate({ groupId, endsOn }, { onSuccess: finish })}
      onClose={onClose}
    >
      <p>{t('end-say', { group: say(group) })}</p>
      <TextInput
        label={t('ends-on')}
        type="date"
        value={endsOn}
        onChange={(event) => setEndsOn(event.target.value)}
      />
    </FormSheet>
  )
}
