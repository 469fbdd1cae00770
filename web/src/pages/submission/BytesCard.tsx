import type { FindingView, MailView } from 'contract/analysis'
import { useEvidenceBytes } from '../../client/evidence-bytes.ts'
import { HexLines } from '../../parts/HexLines.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { FindingNumber } from '../../parts/hostile/FindingNumber.tsx'
import { useNumbers } from '../../words/numbers.ts'
import { submissionWords } from '../../words/submission.ts'
import { useWords } from '../../words/use-words.ts'

/** Bytes shown before and behind what the finding points at. */
const AROUND_BYTES = 48
const SHOWN_BYTES_MAX = 1024
const PER_LINE = 16

/** The bytes a finding rests on, as they came: before any decoding. */
export function BytesCard({ mail, finding }: { mail: MailView; finding: FindingView }) {
  const t = useWords(submissionWords)
  const numbers = useNumbers()
  const { range } = finding.where
  const start = Math.max(0, Math.floor((range.start - AROUND_BYTES) / PER_LINE) * PER_LINE)
  const end = Math.min(mail.sizeBytes, range.end + AROUND_BYTES, start + SHOWN_BYTES_MAX)
  const bytes = useEvidenceBytes({ mailId: mail.mailId }, start, end)
  return (
    <Panel
      title={
        <span className="row">
          <FindingNumber number={finding.number} isSelected />
          {t('bytes')}
        </span>
      }
      aside={t('bytes-from', { start: numbers.count(range.start), end: numbers.count(range.end) })}
      query={bytes}
    >
      {(loaded) => (
        <HexLines
          bytes={loaded}
          start={start}
          marks={[{ ...range, number: finding.number }]}
          selected={finding.number}
        />
      )}
    </Panel>
  )
}
