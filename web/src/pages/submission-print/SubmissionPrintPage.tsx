import { IconArrowLeft, IconPrinter } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { SubmissionView } from 'contract/analysis'
import { useMail } from '../../client/mails.ts'
import { useSubmission } from '../../client/submissions.ts'
import { usePlace } from '../../frame/place.ts'
import { useAddress, useParam } from '../../frame/use-address.ts'
import { Button, toButtonClass } from '../../parts/Button.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { printWords } from '../../words/print.ts'
import { submissionWords } from '../../words/submission.ts'
import { useWords } from '../../words/use-words.ts'
import { AnalysisSheet } from './AnalysisSheet.tsx'
import './SubmissionPrintPage.css'

/** The analysis of one mail on paper: one A4 page for an ordinary one. Always defanged: paper has no switch. */
export function SubmissionPrintPage() {
  const submission = useSubmission(useParam('submissionId'))
  return (
    <Loaded isPage back="submissions" query={submission} shape={6}>
      {(view) => <Opened submission={view} />}
    </Loaded>
  )
}

function Opened({ submission }: { submission: SubmissionView }) {
  const t = useWords(printWords)
  const words = useWords(submissionWords)
  const [address] = useAddress()
  const { mails, submissionId, receipt } = submission
  const mailId = mails.find((mail) => mail.mailId === address['mail'])?.mailId ?? mails[0]?.mailId
  const mail = useMail(mailId)
  usePlace([
    { label: words('title'), href: '/submissions' },
    { label: receipt, href: `/submissions/${submissionId}` },
    { label: t('print-view') },
  ])
  const back = mailId === undefined ? {} : { mail: mailId }
  return (
    <div className="print-page">
      <div className="print-tools">
        <Link to={`/submissions/${submissionId}`} search={back} className={toButtonClass()}>
          <IconArrowLeft stroke={1.5} aria-hidden="true" />
          <span className="button-words">{t('back')}</span>
        </Link>
        <Button
          kind="primary"
          icon={<IconPrinter stroke={1.5} aria-hidden="true" />}
          onClick={() => window.print()}
        >
          {t('print')}
        </Button>
        <p className="tiny quiet">{t('hint')}</p>
      </div>
      {mailId === undefined ? (
        <>
          <h1 className="unseen">{receipt}</h1>
          <p className="quiet">{words(submission.analysis === 'done' ? 'failed' : 'waiting')}</p>
        </>
      ) : (
        <Loaded isPage query={mail} shape={8}>
          {(opened) => <AnalysisSheet submission={submission} mail={opened} />}
        </Loaded>
      )}
    </div>
  )
}
