import { Radio } from '@mantine/core'
import { GroupLane, type GroupRow } from 'contract/community'
import { useState } from 'react'
import type { z } from 'zod'
import { useSetLane } from '../../client/lanes.ts'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useToast } from '../../parts/toasts.ts'
import { laneWords } from '../../words/lane.ts'
import { useSay, useWords } from '../../words/use-words.ts'

/** What a group agreed on: every text waits for its providers, or technical information may go at once. */
export function LaneSheet({
  group: { groupId, name, lane },
  onClose,
}: {
  group: z.output<typeof GroupRow>
  onClose: () => void
}) {
  const t = useWords(laneWords)
  const say = useSay()
  const toast = useToast()
  const order = useSetLane(groupId)
  const [chosen, setChosen] = useState<GroupLane>(lane)
  const finish = () => {
    toast({ say: t('change-done') })
    onClose()
  }
  return (
    <FormSheet
      title={t('change-title', { group: say(name) })}
      submit={t('save')}
      order={order}
      isReady={chosen !== lane}
      onSubmit={() => order.mutate({ lane: chosen }, { onSuccess: finish })}
      onClose={onClose}
    >
      <p className="reason">{t('change-say')}</p>
      <Radio.Group
        aria-label={t('lane')}
        value={chosen}
        onChange={(value) => setChosen(GroupLane.parse(value))}
      >
        <div className="stack">
          {GroupLane.options.map((one) => (
            <Radio
              key={one}
              value={one}
              label={
                <>
                  <span className="strong">{t(one)}</span>
                  <br />
                  <span className="small reason">{t(`${one}-say`)}</span>
                </>
              }
            />
          ))}
        </div>
      </Radio.Group>
    </FormSheet>
  )
}
