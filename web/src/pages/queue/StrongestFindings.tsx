import { IconFileSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { FindingView, MailSummary, SubmissionView } from 'contract/analysis'
import type { Weight } from 'contract/common'
import { useMail } from '../../client/mails.ts'
import { toButtonClass } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Confidence } from '../../parts/Confidence.tsx'
import { Key } from '../../parts/Key.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { intakeWords } from '../../words/intake.ts'
import { queueWords } from '../../words/queue.ts'
import { useSay, useWords } from '../../words/use-words.ts'

const SHOWN_MAX = 6
const RANK: Record<Weight, number> = { strong: 3, medium: 2, weak: 1 }

/** The mail that says most, and its strongest findings with their bytes. */
export function StrongestFindings({ submission }: { submission: SubmissionView }) {
  const t = useWords(queueWords)
  const intake = useWords(intakeWords)
  const telling = findMostTelling(submission.mails)
  const mail = useMail(telling?.mailId)
  if (telling === undefined) {
    return (
      <Card title={intake('findings')}>
        <p className="quiet">{intake(`analysis-${submission.analysis}`)}</p>
      </Card>
    )
  }
  const href = `/submissions/${submission.submissionId}`
  return (
    <Panel
      title={
        <>
          {intake('findings')} <span className="count">{submission.findingCount}</span>
        </>
      }
      aside={
        <>
          <span>{t('by-confidence')}</span>
          <Link to={href} className={toButtonClass('outline', 's')}>
            <IconFileSearch stroke={1.5} aria-hidden="true" />
            {t('open-evidence')} <Key name="Enter" />
          </Link>
        </>
      }
      query={mail}
      isEmpty={({ findings }) => findings.length === 0}
      empty={<p className="quiet">{t('no-findings')}</p>}
    >
      {({ findings, mailId }) => {
        const shown = findings.filter(({ dismissed }) => dismissed === undefined)
        return (
          <>
            {shown.slice(0, SHOWN_MAX).map((finding) => (
              <FindingLine
                key={finding.findingId}
                finding={finding}
                href={href}
                search={{ mail: mailId, finding: String(finding.number) }}
              />
            ))}
            {shown.length > SHOWN_MAX && <MoreFindings findings={shown.slice(SHOWN_MAX)} />}
          </>
        )
      }}
    </Panel>
  )
}

function FindingLine({
  finding,
  href,
  search,
}: {
  finding: FindingView
  href: string
  search: Record<string, string>
}) {
  const say = useSay()
  const { excerpt, header } = finding.where
  return (
    <Link to={href} search={search} className="finding-line">
      <Confidence weight={finding.weight} wordHidden />
      <span className="reason">
        <HostileText text={say(finding.say)} />
      </span>
      <span />
      <span className="mono quiet cut">
        {header !== undefined && `${header}: `}
        <HostileText text={excerpt} marks={[{ start: 0, end: excerpt.length, number: 0 }]} />
      </span>
    </Link>
  )
}

function MoreFindings({ findings }: { findings: readonly FindingView[] }) {
  const t = useWords(queueWords)
  const say = useSay()
  const titles = findings.map(({ title }) => say(title)).join('、')
  return <p className="finding-more">{t('more-findings', { count: findings.length, titles })}</p>
}

function findMostTelling(mails: readonly MailSummary[]): MailSummary | undefined {
  const rank = (mail: MailSummary) => (mail.strongest === undefined ? 0 : RANK[mail.strongest])
  return mails.toSorted((a, b) => rank(b) - rank(a) || b.findingCount - a.findingCount)[0]
}
