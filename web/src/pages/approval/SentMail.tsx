import type { ApprovalView } from 'contract/bulletin'
import { useEffect, useRef, useState } from 'react'
import { Facts } from '../../parts/Facts.tsx'
import { Redaction } from '../../parts/Redaction.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { approvalWords } from '../../words/approval.ts'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'

type Sent = ApprovalView['sent'][number]

/** One mail or access log of the provider: what it was, and its text with the provider's own names marked. */
export function SentMail({ sent }: { sent: Sent }) {
  const t = useWords(approvalWords)
  const dates = useDates()
  return (
    <div className="stack approval-mail">
      <Facts
        facts={[
          [isLog(sent) ? t('log-file') : t('subject'), <HostileText text={sent.subject} />],
          [t('received'), dates.day(sent.receivedOn)],
          ...(isLog(sent)
            ? []
            : [
                [t('from'), <HostileText text={sent.from} />] as const,
                [t('to'), <HostileText text={sent.to} />] as const,
              ]),
          ...(sent.files === undefined
            ? []
            : [[t('files'), <FileNames key="files" files={sent.files} />] as const]),
          [t('receipt'), <span className="mono">{sent.receipt}</span>],
        ]}
      />
      {sent.segments.length === 0 ? (
        <p className="small quiet reason">{t('sent-unused')}</p>
      ) : (
        <Text sent={sent} />
      )}
    </div>
  )
}

function FileNames({ files }: { files: NonNullable<Sent['files']> }) {
  return (
    <ul>
      {files.map(({ fileName, sha256 }, at) => (
        <li key={`${sha256}-${at}`}>
          <HostileText text={fileName} />
        </li>
      ))}
    </ul>
  )
}

/** An access log has neither sender nor recipient. */
const isLog = ({ from, to }: Sent): boolean => from === '' && to === ''

/** As much of it as fits beside the rest; all of it where somebody wants to read on. */
function Text({ sent }: { sent: Sent }) {
  const t = useWords(approvalWords)
  const box = useRef<HTMLDivElement>(null)
  const [isCut, setCut] = useState(false)
  const [isWhole, setWhole] = useState(false)
  useEffect(() => {
    const { current } = box
    // Shown whole nothing is cut, and the way back has to stay.
    if (current === null || isWhole) return
    const measure = () => setCut(current.scrollHeight > current.clientHeight)
    // On a phone it has no height until its tab is opened.
    const watcher = new ResizeObserver(measure)
    watcher.observe(current)
    return () => watcher.disconnect()
  }, [isWhole])
  return (
    <>
      <div
        ref={box}
        className={isWhole ? 'approval-text approval-text-whole' : 'approval-text'}
        tabIndex={0}
        role="region"
        aria-label={sent.subject}
      >
        <Redaction segments={sent.segments} />
      </div>
      {isCut && (
        <p className="small">
          <button
            type="button"
            className="link-button"
            aria-expanded={isWhole}
            onClick={() => setWhole(!isWhole)}
          >
            {t(isWhole ? 'see-less' : 'see-more')}
          </button>
        </p>
      )}
    </>
  )
}
