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
          <FileName approval={approval} sha256={value} />
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

/** Of a file by its hash, where it came with what is shown; nothing for any other value. */
function FileName({ approval, sha256 }: { approval: ApprovalView; sha256: string }) {
  const files = approval.sent.flatMap((sent) => sent.files ?? [])
  const fileName = files.find((file) => file.sha256 === sha256)?.fileName
  if (fileName === undefined) return null
  return (
    <p className="small strong value-tick-value">
      <HostileText text={fileName} />
    </p>
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
