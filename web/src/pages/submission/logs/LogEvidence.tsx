import type { SubmissionView } from 'contract/analysis'
import type { WebLogView } from 'contract/web-log'
import { useWebLogs } from '../../../client/web-logs.ts'
import { useAddress } from '../../../frame/use-address.ts'
import { Loaded } from '../../../parts/Loaded.tsx'
import { Tabs } from '../../../parts/Tabs.tsx'
import { useWords } from '../../../words/use-words.ts'
import { webLogWords } from '../../../words/web-log.ts'
import { KindCard } from './KindCard.tsx'
import { LogFigures } from './LogFigures.tsx'
import { LogNotes } from './LogNotes.tsx'
import { LogReading } from './LogReading.tsx'
import { LogTimeline } from './LogTimeline.tsx'
import { PathCard } from './PathCard.tsx'
import { SourceCard } from './SourceCard.tsx'
import './LogEvidence.css'

/** The access logs of a submission: what was asked for, by whom, when, and whether it was answered. */
export function LogEvidence({ submission }: { submission: SubmissionView }) {
  const t = useWords(webLogWords)
  const logs = useWebLogs(submission.submissionId)
  return (
    <Loaded
      query={logs}
      shape={8}
      isEmpty={(list) => list.logs.length === 0}
      empty={<p className="quiet">{t('none')}</p>}
    >
      {(list) => <Chosen logs={list.logs} />}
    </Loaded>
  )
}

function Chosen({ logs }: { logs: readonly WebLogView[] }) {
  const t = useWords(webLogWords)
  const [address, setAddress] = useAddress()
  const log = logs.find(({ logId }) => logId === address['log']) ?? logs[0]
  if (log === undefined) return null
  return (
    <div className="log">
      {logs.length > 1 && (
        <Tabs
          label={t('choose')}
          tabs={logs.map(({ logId, fileName, path }) => ({
            name: logId,
            label: fileName ?? (path === '' ? t('tab') : path),
            count: undefined,
          }))}
          selected={log.logId}
          onSelect={(logId) => setAddress({ log: logId === logs[0]?.logId ? undefined : logId })}
        />
      )}
      <OneLog key={log.logId} log={log} />
    </div>
  )
}

function OneLog({ log }: { log: WebLogView }) {
  const t = useWords(webLogWords)
  const { summary } = log
  const hasProbes = summary.kinds.length > 0
  return (
    <>
      <LogFigures summary={summary} />
      {summary.timeline !== undefined && <LogTimeline timeline={summary.timeline} />}
      <KindCard kinds={summary.kinds} />
      {hasProbes && (
        <div className="log-pair">
          <SourceCard title={t('top-sources')} sources={summary.probing} />
          <PathCard title={t('top-paths')} paths={summary.probedPaths} />
        </div>
      )}
      <div className="log-pair">
        <SourceCard title={t('busiest')} sources={summary.busiest} />
        <PathCard title={t('all-paths')} paths={summary.paths} />
      </div>
      <div className="log-pair">
        <LogReading summary={summary} />
        <LogNotes log={log} />
      </div>
    </>
  )
}
