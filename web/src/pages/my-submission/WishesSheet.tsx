import { Checkbox, Radio, Textarea } from '@mantine/core'
import { TLP_LABELS } from 'contract/common'
import type { MySubmission, Wishes } from 'contract/intake'
import { useState } from 'react'
import { useChangeWishes, useMySubmission, useMySubmissions } from '../../client/my-submissions.ts'
import { Button } from '../../parts/Button.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { TlpLabel } from '../../parts/TlpLabel.tsx'
import { useTold } from '../../parts/use-told.ts'
import { laneWords } from '../../words/lane.ts'
import { memberWords } from '../../words/member.ts'
import { useWords } from '../../words/use-words.ts'

/** How far it may go. Asked after the receipt, with the answers of last time filled in. */
export function WishesSheet({
  submissionId,
  isNew = false,
  onClose,
}: {
  submissionId: string
  isNew?: boolean
  onClose: () => void
}) {
  const t = useWords(memberWords)
  const own = useMySubmission(submissionId)
  const all = useMySubmissions()
  const last = all.data?.find((row) => row.submissionId !== submissionId)?.wishes
  return (
    <Sheet title={t('wishes-title')} onClose={onClose}>
      <Loaded query={own} shape={4}>
        {({ wishes, approvalStaysOn }) => (
          <WishesForm
            submissionId={submissionId}
            before={isNew && last !== undefined ? { ...last, ...perSubmission(wishes) } : wishes}
            staysOn={approvalStaysOn}
            isNew={isNew}
            onClose={onClose}
          />
        )}
      </Loaded>
    </Sheet>
  )
}

/** What is never taken over from last time: that one need not be asked is said for each submission. */
const perSubmission = ({ groupIds, approvesFirst }: Wishes) => ({ groupIds, approvesFirst })

function WishesForm({
  submissionId,
  before,
  staysOn,
  isNew,
  onClose,
}: {
  submissionId: string
  before: Wishes
  staysOn: MySubmission['approvalStaysOn']
  isNew: boolean
  onClose: () => void
}) {
  const t = useWords(memberWords)
  const lanes = useWords(laneWords)
  const tell = useTold()
  const change = useChangeWishes()
  const [wishes, setWishes] = useState(before)
  const set = (part: Partial<Wishes>) => setWishes({ ...wishes, ...part })
  const save = async () => {
    const work = change.mutateAsync({ submissionId, wishes })
    if (
      (await tell(
        work.then(() => true),
        () => ({ say: t('wishes-saved') }),
      )) === true
    )
      onClose()
  }
  return (
    <div className="stack">
      {isNew && <p className="reason">{t('wishes-why')}</p>}
      <Radio.Group
        label={t('wish-tlp')}
        value={wishes.tlp}
        onChange={(value) =>
          set({ tlp: TLP_LABELS.find((label) => label === value) ?? wishes.tlp })
        }
      >
        <div className="stack" style={{ gap: 8, marginTop: 6 }}>
          {TLP_LABELS.map((tlp) => (
            <Radio
              key={tlp}
              value={tlp}
              label={
                <span className="row-wrap">
                  <TlpLabel tlp={tlp} /> {t(`tlp-${tlp}`)}
                </span>
              }
            />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={t('wish-keep-back')}
        autosize
        minRows={2}
        maxLength={2000}
        value={wishes.keepBack}
        onChange={(event) => set({ keepBack: event.target.value })}
      />
      <Checkbox
        label={t('wish-approves')}
        description={lanes(staysOn === undefined ? 'may-off' : `stays-on-${staysOn}`)}
        // Back on is always possible.
        disabled={staysOn !== undefined && wishes.approvesFirst}
        checked={wishes.approvesFirst}
        onChange={(event) => set({ approvesFirst: event.target.checked })}
      />
      <Checkbox
        label={t('wish-report')}
        checked={wishes.mayAppearInReport}
        onChange={(event) => set({ mayAppearInReport: event.target.checked })}
      />
      <div className="row">
        <Button kind="solid" busy={change.isPending} onClick={() => void save()}>
          {t('save')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  )
}
