import { IconPrinter } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { SubmissionView } from 'contract/analysis'
import { useSubmission } from '../../client/submissions.ts'
import { usePlace } from '../../frame/place.ts'
import { useAddress, useParam } from '../../frame/use-address.ts'
import { HistoryList } from '../../parts/HistoryList.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { OrClosed } from '../../parts/restriction/OrClosed.tsx'
import { DefangProvider } from '../../parts/hostile/DefangProvider.tsx'
import { TieCard } from '../../parts/submission/TieCard.tsx'
import { printWords } from '../../words/print.ts'
import { submissionWords } from '../../words/submission.ts'
import { useWords } from '../../words/use-words.ts'
import { Evidence } from './Evidence.tsx'
import { Handling } from './Handling.tsx'
import { LogEvidence } from './logs/LogEvidence.tsx'
import { MailTable } from './MailTable.tsx'
import { SubmissionHead } from './SubmissionHead.tsx'
import './SubmissionPage.css'

const TABS = ['evidence', 'logs', 'mails', 'related', 'handling', 'history'] as const
type Tab = (typeof TABS)[number]

/** Access logs have a tab where there are any; where there is nothing else, they are the evidence. */
function listTabs({ logCount, mails }: SubmissionView): readonly Tab[] {
  if (logCount === 0) return TABS.filter((name) => name !== 'logs')
  return mails.length > 0 ? TABS : TABS.filter((name) => name !== 'evidence' && name !== 'mails')
}

/** A submission with its evidence: every claim beside its bytes. */
export function SubmissionPage() {
  const submissionId = useParam('submissionId')
  const submission = useSubmission(submissionId)
  return (
    <DefangProvider>
      <OrClosed query={submission} id={submissionId}>
        <Loaded isPage back="submissions" query={submission} shape={6}>
          {(view) => <Opened submission={view} />}
        </Loaded>
      </OrClosed>
    </DefangProvider>
  )
}

function Opened({ submission }: { submission: SubmissionView }) {
  const t = useWords(submissionWords)
  const print = useWords(printWords)
  const [address, setAddress] = useAddress()
  const tabs = listTabs(submission)
  const first = tabs[0] ?? 'evidence'
  const tab = tabs.find((name) => name === address['tab']) ?? first
  usePlace([{ label: t('title'), href: '/submissions' }, { label: submission.receipt }])
  const counts: Partial<Record<Tab, number>> = {
    mails: submission.mails.length,
    related: submission.ties.length,
  }
  return (
    <article className="submission">
      <SubmissionHead submission={submission} />
      <div className="submission-tabs">
        <Tabs
          label={submission.receipt}
          tabs={tabs.map((name) => ({ name, label: t(`tab-${name}`), count: counts[name] }))}
          selected={tab}
          onSelect={(name) => setAddress({ tab: name === first ? undefined : name })}
        />
        {submission.mails.length > 0 && (
          <Link
            to={`/submissions/${submission.submissionId}/print`}
            search={address['mail'] === undefined ? {} : { mail: address['mail'] }}
            className="submission-print"
          >
            <IconPrinter size={16} stroke={1.5} aria-hidden="true" />
            {print('print-view')}
          </Link>
        )}
      </div>
      {tab === 'evidence' ? (
        <Evidence submission={submission} />
      ) : (
        <div className="page submission-tab">
          <OtherTab tab={tab} submission={submission} />
        </div>
      )}
    </article>
  )
}

function OtherTab({
  tab,
  submission,
}: {
  tab: Exclude<Tab, 'evidence'>
  submission: SubmissionView
}) {
  const t = useWords(submissionWords)
  switch (tab) {
    case 'logs':
      return <LogEvidence submission={submission} />
    case 'mails':
      return <MailTable submission={submission} />
    case 'handling':
      return <Handling submission={submission} />
    case 'history':
      return <HistoryList entries={submission.history} />
    case 'related':
      if (submission.ties.length === 0) return <p className="quiet">{t('no-related')}</p>
      return submission.ties.map((tie) => (
        <TieCard
          key={tie.caseId ?? tie.submissionId ?? tie.number}
          submission={submission}
          tie={tie}
        />
      ))
  }
}
