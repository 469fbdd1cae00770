import { Link } from '@tanstack/react-router'
import type { OwnAuditRow } from 'contract/audit'
import type { z } from 'zod'
import type { Column } from '../../parts/DataTable.tsx'
import { auditActionWords } from '../../words/audit-actions.ts'
import { auditWords } from '../../words/audit.ts'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'

type Line = z.output<typeof OwnAuditRow>
type ActionKey = keyof (typeof auditActionWords)['keys']
const isKnown = (action: string): action is ActionKey => action in auditActionWords.keys

export function useOwnAuditColumns(): Column<Line>[] {
  const t = useWords(auditWords)
  const action = useWords(auditActionWords)
  const dates = useDates()
  const toWho = ({ by, name }: Line) =>
    by === 'hub' ? <span className="quiet">{t('own-hub')}</span> : name
  return [
    {
      key: 'at',
      head: t('at'),
      width: '150px',
      cell: ({ at, on }) => (
        <time dateTime={at ?? on} className="nowrap">
          {at === undefined ? dates.day(on) : dates.short(at)}
        </time>
      ),
    },
    { key: 'actor', head: t('actor'), isHiddenOnPhone: true, cell: toWho },
    {
      key: 'action',
      head: t('action'),
      cell: (line) => (
        <span className="table-main">
          <span className="strong">{isKnown(line.action) ? action(line.action) : line.action}</span>
          <span className="only-phone tiny quiet">
            {toWho(line)} <Subject subject={line.subject} />
          </span>
        </span>
      ),
    },
    {
      key: 'subject',
      head: t('subject'),
      isHiddenOnPhone: true,
      cell: ({ subject }) => <Subject subject={subject} />,
    },
  ]
}

/** A member's pages of the things an entry can be about. */
const PAGES: Readonly<Record<string, string>> = {
  submission: '/my-submissions',
  approval: '/approvals',
  release: '/inbox',
}
type SubjectKey = keyof (typeof auditWords)['keys'] & `subject-${string}`
const isNamed = (key: string): key is SubjectKey => key in auditWords.keys

function Subject({ subject }: { subject: string }) {
  const t = useWords(auditWords)
  const [kind = '', id = ''] = subject.split(':')
  const key = `subject-${kind}`
  const words = isNamed(key) ? t(key) : kind
  const page = PAGES[kind]
  if (page === undefined || id === '') return words
  return (
    <Link to={`${page}/${id}`}>
      {words} {id.slice(0, 8)}
    </Link>
  )
}
