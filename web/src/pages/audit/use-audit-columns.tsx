import type { AuditLine } from './audit-line.ts'
import type { Column } from '../../parts/DataTable.tsx'
import { auditActionWords } from '../../words/audit-actions.ts'
import { auditWords } from '../../words/audit.ts'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'
import { AuditActor } from './AuditActor.tsx'
import { AuditDetail } from './AuditDetail.tsx'
import { AuditSubject } from './AuditSubject.tsx'

type ActionKey = keyof (typeof auditActionWords)['keys']
const isKnown = (action: string): action is ActionKey => action in auditActionWords.keys

export function useAuditColumns(): Column<AuditLine>[] {
  const t = useWords(auditWords)
  const action = useWords(auditActionWords)
  const dates = useDates()
  return [
    {
      key: 'sequence',
      head: t('sequence'),
      width: '72px',
      align: 'end',
      isHiddenOnPhone: true,
      cell: ({ sequence }) => sequence,
    },
    {
      key: 'at',
      head: t('at'),
      width: '150px',
      cell: ({ at }) => (
        <time dateTime={at} title={dates.moment(at)} className="nowrap">
          {dates.short(at)}
        </time>
      ),
    },
    {
      key: 'actor',
      head: t('actor'),
      isHiddenOnPhone: true,
      cell: ({ actor }) => <AuditActor actor={actor} />,
    },
    {
      key: 'action',
      head: t('action'),
      cell: (line) => (
        <span className="table-main">
          <span className="strong">{isKnown(line.action) ? action(line.action) : line.action}</span>
          <span className="only-phone tiny quiet">
            <AuditActor actor={line.actor} />
            <AuditSubject subject={line.subject} />
          </span>
        </span>
      ),
    },
    {
      key: 'subject',
      head: t('subject'),
      isHiddenOnPhone: true,
      cell: ({ subject }) => <AuditSubject subject={subject} />,
    },
    {
      key: 'detail',
      head: t('detail'),
      isHiddenOnPhone: true,
      cell: (line) => <AuditDetail line={line} />,
    },
  ]
}
