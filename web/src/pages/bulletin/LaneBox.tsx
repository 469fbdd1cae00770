import { IconCheck, IconX } from '@tabler/icons-react'
import type { BulletinView, LaneCondition } from 'contract/bulletin'
import { useMoveBulletin } from '../../client/bulletins.ts'
import { useMe } from '../../client/me.ts'
import { Button } from '../../parts/Button.tsx'
import { useTold } from '../../parts/use-told.ts'
import { laneWords } from '../../words/lane.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { isTechnicalOnly } from './edit-content.ts'
import { isLead } from './may-edit.ts'
import { ReduceButton } from './ReduceButton.tsx'
import type { DraftText } from './use-draft-text.ts'

/** Why this text may or may not be shared without its providers' approval, one sentence for each condition. */
export function LaneBox({
  view,
  draft,
  mayEdit,
}: {
  view: BulletinView
  draft: DraftText
  mayEdit: boolean
}) {
  const t = useWords(laneWords)
  const { laneConditions } = view
  if (laneConditions === undefined) return null
  const unmet = laneConditions.filter(({ isMet }) => !isMet).length
  return (
    <details className="bench-box" open={unmet === 0}>
      <summary>
        {t('box-title')}
        <span className="lane-state small quiet">
          {unmet === 0 ? t('box-open') : t('box-closed', { count: unmet })}
        </span>
      </summary>
      <ul className="lane-conditions small">
        {laneConditions.map((condition) => (
          <Condition key={condition.say.en} condition={condition} />
        ))}
      </ul>
      {unmet === 0 && mayEdit && <TakeButton view={view} isUnsaved={draft.isDirty} />}
      {mayEdit && !isTechnicalOnly(view.content) && <ReduceButton view={view} draft={draft} />}
    </details>
  )
}

function Condition({ condition: { isMet, say: sentence } }: { condition: LaneCondition }) {
  const t = useWords(laneWords)
  const say = useSay()
  const Icon = isMet ? IconCheck : IconX
  return (
    <li>
      <Icon
        className={isMet ? 'lane-met' : 'lane-unmet'}
        size={16}
        role="img"
        aria-label={t(isMet ? 'met' : 'unmet')}
      />
      <span className="reason">{say(sentence)}</span>
    </li>
  )
}

function TakeButton({ view, isUnsaved }: { view: BulletinView; isUnsaved: boolean }) {
  const t = useWords(laneWords)
  const tell = useTold()
  const { data: me } = useMe()
  const move = useMoveBulletin(view.bulletinId)
  if (!isLead(me)) return <p className="small quiet">{t('take-lead')}</p>
  const take = () => {
    const body = { contentHash: view.contentHash }
    void tell(move.mutateAsync({ move: 'technical-lane', body }), () => ({ say: t('take-done') }))
  }
  return (
    <p>
      <Button
        size="s"
        busy={move.isPending}
        disabled={isUnsaved}
        title={isUnsaved ? t('take-unsaved') : undefined}
        onClick={take}
      >
        {t('take')}
      </Button>
    </p>
  )
}
