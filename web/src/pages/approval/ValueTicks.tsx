import { IconCheck, IconX } from '@tabler/icons-react'
import type { ApprovalView } from 'contract/bulletin'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { approvalWords } from '../../words/approval.ts'
import { useWords } from '../../words/use-words.ts'
import { isOverdue } from './is-overdue.ts'
import type { Ticks } from './use-ticks.ts'

/** Each value as it would be published, why it could tell who provided it, and one tick. */
export function ValueTicks({ approval, ticks }: { approval: ApprovalView; ticks: Ticks }) {
  const t = useWords(approvalWords)
  const isOpen = approval.state === 'waiting' && !isOverdue(approval)
  return (
    <ul className="value-ticks">
      {approval.identifying.map(({ value, kind }) => (
        <li key={value} className="value-tick">
          <p className="mono value-tick-value">
            <HostileText text={value} />
          </p>
          <p className="small reason">{t(`why-${kind}`)}</p>
          {isOpen ? (
            <label className="check-choice">
              <input
                type="checkbox"
                checked={ticks.has(value)}
                onChange={({ target }) => ticks.set(value, target.checked)}
              />
              {t('tick')}
            </label>
          ) : (
            <Answered approval={approval} value={value} />
          )}
        </li>
      ))}
    </ul>
  )
}

/** What was said of a value, where anything was. */
function Answered({ approval, value }: { approval: ApprovalView; value: string }) {
  const t = useWords(approvalWords)
  if (approval.answeredAt === undefined) return null
  const isGiven = approval.permitted.includes(value)
  // A wish for changes may have said nothing of it.
  if (!isGiven && approval.state === 'changes-asked') return null
  const Sign = isGiven ? IconCheck : IconX
  return (
    <p className="small row">
      <Sign size={16} stroke={1.5} aria-hidden="true" />
      {t(isGiven ? 'value-given' : 'value-refused')}
    </p>
  )
}
