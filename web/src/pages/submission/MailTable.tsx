import { Link } from '@tanstack/react-router'
import type { MailSummary, SubmissionView } from 'contract/analysis'
import { Card } from '../../parts/Card.tsx'
import { Confidence } from '../../parts/Confidence.tsx'
import { type Column, DataTable } from '../../parts/DataTable.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { attackWords } from '../../words/attack.ts'
import { useDates } from '../../words/dates.ts'
import { useNumbers } from '../../words/numbers.ts'
import { submissionWords } from '../../words/submission.ts'
import { useWords } from '../../words/use-words.ts'

/** Every mail found in what was sent, each a click from its evidence. */
export function MailTable({ submission }: { submission: SubmissionView }) {
  const t = useWords(submissionWords)
  const columns = useMailColumns(submission.submissionId)
  return (
    <Card title={t('other-mails')} padded={false}>
      <DataTable
        label={t('other-mails')}
        columns={columns}
        rows={submission.mails}
        toKey={({ mailId }) => mailId}
      />
    </Card>
  )
}

function useMailColumns(submissionId: string): Column<MailSummary>[] {
  const t = useWords(submissionWords)
  const attack = useWords(attackWords)
  const dates = useDates()
  const numbers = useNumbers()
  return [
    {
      key: 'subject',
      head: t('subject'),
      sortBy: ({ subject }) => subject,
      cell: ({ mailId, subject }) => (
        <Link to={`/submissions/${submissionId}`} search={{ mail: mailId }}>
          <HostileText text={subject || t('no-name')} />
        </Link>
      ),
    },
    {
      key: 'from',
      head: t('from'),
      sortBy: ({ from }) => from,
      cell: ({ from }) => (
        <span className="mono">
          <HostileText text={from} />
        </span>
      ),
    },
    {
      key: 'sent',
      head: t('sent'),
      sortBy: ({ sentAt }) => sentAt ?? '',
      isHiddenOnPhone: true,
      cell: ({ sentAt }) => (sentAt === undefined ? '—' : dates.short(sentAt)),
    },
    {
      key: 'classification',
      head: t('classification'),
      isHiddenOnPhone: true,
      cell: ({ classification }) => (classification === undefined ? '' : attack(classification)),
    },
    {
      key: 'findings',
      head: t('findings'),
      align: 'end',
      sortBy: ({ findingCount }) => findingCount,
      cell: ({ findingCount, strongest }) => (
        <span className="row" style={{ justifyContent: 'flex-end' }}>
          {strongest !== undefined && <Confidence weight={strongest} wordHidden />}
          {numbers.count(findingCount)}
        </span>
      ),
    },
  ]
}
