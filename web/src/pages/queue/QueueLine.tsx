import {
  IconAlertTriangle,
  IconCheck,
  IconFolder,
  IconHelpCircle,
  IconKey,
  IconLock,
  IconMail,
  IconMessageCircle,
  IconShare2,
  IconSignature,
} from '@tabler/icons-react'
import type { QueueRow as Row } from 'contract/case'
import { useEffect, useRef } from 'react'
import { Chip } from '../../parts/Chip.tsx'
import { QueueRow } from '../../parts/QueueRow.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { type Dates, useDates } from '../../words/dates.ts'
import { intakeWords } from '../../words/intake.ts'
import { queueWords } from '../../words/queue.ts'
import { useSay, useWords } from '../../words/use-words.ts'

const ICONS: Record<Row['kind'], typeof IconMail> = {
  submission: IconMail,
  case: IconFolder,
  bulletin: IconShare2,
  approval: IconCheck,
  feedback: IconMessageCircle,
  consultation: IconHelpCircle,
  'failed-analysis': IconAlertTriangle,
  agreement: IconSignature,
  closed: IconLock,
  'closed-text': IconLock,
  admission: IconKey,
}

/** One row of the queue in the reader's words. */
export function QueueLine({
  row,
  now,
  isSelected,
  onSelect,
  onOpen,
}: {
  row: Row
  now: number
  isSelected: boolean
  onSelect: () => void
  onOpen: () => void
}) {
  const t = useWords(queueWords)
  const intake = useWords(intakeWords)
  const say = useSay()
  const dates = useDates()
  const ref = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isSelected) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [isSelected])
  const Icon = ICONS[row.kind]
  return (
    <QueueRow
      ref={ref}
      icon={<Icon size={16} stroke={1.5} aria-label={t(`kind-${row.kind}`)} />}
      title={<HostileText text={row.title} />}
      why={<HostileText text={say(row.why)} />}
      waited={dates.since(row.waitingSince, now)}
      holder={row.assignee?.name}
      assignee={row.assignee?.name ?? intake('no-assignee')}
      chip={<RowChip row={row} now={now} />}
      isSelected={isSelected}
      onSelect={onSelect}
      onOpen={onOpen}
    />
  )
}

function RowChip({ row, now }: { row: Row; now: number }) {
  const t = useWords(queueWords)
  const say = useSay()
  const dates = useDates()
  if (row.dueAt !== undefined) {
    const isLate = Date.parse(row.dueAt) < now
    return (
      <Chip tone={isLate ? 'bad' : 'warn'} clock={!isLate}>
        {t('due', { on: toDueWords(row.dueAt, now, dates) })}
      </Chip>
    )
  }
  return row.chip === undefined ? null : <Chip>{say(row.chip)}</Chip>
}

/** Today the hour matters, on another day which day it is. */
function toDueWords(dueAt: string, now: number, dates: Dates): string {
  const day = dates.shortDay(dueAt)
  return day === dates.shortDay(new Date(now).toISOString()) ? dates.time(dueAt) : day
}
