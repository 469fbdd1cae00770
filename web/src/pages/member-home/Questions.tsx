import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import type { ApprovalListRow } from 'contract/bulletin'
import { useApprovals } from '../../client/approvals.ts'
import { toButtonClass } from '../../parts/Button.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useDates } from '../../words/dates.ts'
import { memberWords } from '../../words/member.ts'
import { useSay, useWords } from '../../words/use-words.ts'

/** What the hub asks this organisation: texts to approve, with their dates. */
export function Questions() {
  const t = useWords(memberWords)
  const approvals = useApprovals()
  const waiting = (approvals.data ?? []).filter((row) => row.state === 'waiting')
  return (
    <Panel
      title={t('questions')}
      query={approvals}
      shape={1}
      empty={t('no-questions')}
      isEmpty={() => waiting.length === 0}
      aside={waiting.length > 0 && <Chip tone="ember">{waiting.length}</Chip>}
    >
      {() => (
        <ul>
          {waiting.map((row) => (
            <Question key={row.approvalId} row={row} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Question({ row }: { row: z.output<typeof ApprovalListRow> }) {
  const t = useWords(memberWords)
  const say = useSay()
  const dates = useDates()
  const isAboutValues = row.about === 'values'
  const isLate = Date.parse(row.dueAt) < Date.now()
  return (
    <li className="question">
      <p className="row-wrap small">
        <Chip tone="warn" clock>
          {isLate ? t('overdue') : t('due', { at: dates.short(row.dueAt) })}
        </Chip>
        <span className="quiet">{t(isAboutValues ? 'values-asked' : 'approval-asked')}</span>
      </p>
      <p className="strong reason">{say(row.title)}</p>
      <p className="row-wrap">
        <Link to={`/approvals/${row.approvalId}`} className={toButtonClass('solid', 's')}>
          {t(isAboutValues ? 'check-values' : 'check-text')}
        </Link>
        <span className="small quiet">{t('takes-minutes')}</span>
      </p>
    </li>
  )
}
