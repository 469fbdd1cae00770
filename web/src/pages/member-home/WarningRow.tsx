import { Link } from '@tanstack/react-router'
import type { InboxRow } from 'contract/inbox'
import { Chip } from '../../parts/Chip.tsx'
import { TlpLabel } from '../../parts/TlpLabel.tsx'
import { ReleaseFeedback } from '../release/ReleaseFeedback.tsx'
import { useDates } from '../../words/dates.ts'
import { memberWords } from '../../words/member.ts'
import { useSay, useWords } from '../../words/use-words.ts'

/** One warning: label, day, title and the four answers. */
export function WarningRow({ row }: { row: InboxRow }) {
  const t = useWords(memberWords)
  const say = useSay()
  const dates = useDates()
  return (
    <li className="warning">
      <p className="row-wrap small">
        <TlpLabel tlp={row.tlp} />
        <span className="quiet">{dates.shortDay(row.releasedOn)}</span>
        {row.state === 'released' && row.feedback === undefined && (
          <Chip tone="ember">{t('unanswered')}</Chip>
        )}
        {row.state !== 'released' && (
          <Chip tone={row.state === 'withdrawn' ? 'warn' : 'info'}>{t(row.state)}</Chip>
        )}
        <GotIt row={row} />
      </p>
      <h3 className="warning-title">
        <Link to={`/inbox/${row.releaseId}`}>{say(row.title)}</Link>
      </h3>
      {row.state === 'released' && <ReleaseFeedback release={row} />}
    </li>
  )
}

/** Exact from five on; below that nobody can be told apart. */
export function GotIt({ row }: { row: Pick<InboxRow, 'gotItCount'> }) {
  const t = useWords(memberWords)
  return (
    <span className="quiet push">
      {row.gotItCount === undefined
        ? t('got-it-few')
        : t('got-it-count', { count: row.gotItCount })}
    </span>
  )
}
