import type { ClosedText } from 'contract/closed-text'
import type { CaseId } from 'contract/common'
import { useState } from 'react'
import { useMoveBulletin } from '../../client/bulletins.ts'
import { BulletinStateChip } from '../../parts/BulletinStateChip.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { useTold } from '../../parts/use-told.ts'
import { bulletinReleaseWords } from '../../words/bulletin-release.ts'
import { useDates } from '../../words/dates.ts'
import { restrictionWords } from '../../words/restriction.ts'
import { useWords } from '../../words/use-words.ts'
import '../../parts/RecordList.css'
import { WithdrawSheet } from '../bulletin/release/WithdrawSheet.tsx'
import { useDraft } from '../case/use-draft.ts'

/** Texts a lead may stop, take back or write anew without reading what they were made of. */
export function ClosedTexts({ texts }: { texts: readonly ClosedText[] }) {
  const t = useWords(restrictionWords)
  return (
    <Card padded={false} title={t('closed-texts')}>
      <p className="small quiet reason record-say">{t('closed-texts-say')}</p>
      <ul className="record-list">
        {texts.map((text) => (
          <Line key={text.bulletinId} text={text} />
        ))}
      </ul>
    </Card>
  )
}

function Line({ text }: { text: ClosedText }) {
  const t = useWords(restrictionWords)
  const dates = useDates()
  const { number, state, since, caseId } = text
  const isBefore = state === 'waiting' || state === 'approved'
  return (
    <li>
      <span className="record-text">
        <span className="row-wrap">
          <span className="mono strong">{number}</span>
          <BulletinStateChip state={state} />
        </span>
        <span className="tiny quiet">{t('text-since', { at: dates.moment(since) })}</span>
      </span>
      {!isBefore && <Stop text={text} />}
      {isBefore && caseId !== undefined && <DraftWithout caseId={caseId} />}
    </li>
  )
}

function DraftWithout({ caseId }: { caseId: CaseId }) {
  const t = useWords(restrictionWords)
  const { draft, isDrafting } = useDraft(caseId)
  return (
    <Button size="s" busy={isDrafting} onClick={draft}>
      {t('draft-without')}
    </Button>
  )
}

/** Cancels an order to release, or takes back what went out. */
function Stop({ text }: { text: ClosedText }) {
  const t = useWords(bulletinReleaseWords)
  const tell = useTold()
  const move = useMoveBulletin(text.bulletinId)
  const [isWithdrawing, setWithdrawing] = useState(false)
  const cancel = () =>
    void tell(move.mutateAsync({ move: 'cancel-release' }), () => ({ say: t('cancelled-done') }))
  return text.state === 'releasing' ? (
    <Button size="s" busy={move.isPending} onClick={cancel}>
      {t('cancel-release')}
    </Button>
  ) : (
    <>
      <Button size="s" onClick={() => setWithdrawing(true)}>
        {t('withdraw')}
      </Button>
      {isWithdrawing && <WithdrawSheet view={text} onClose={() => setWithdrawing(false)} />}
    </>
  )
}
