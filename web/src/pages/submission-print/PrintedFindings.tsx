import type { FindingView } from 'contract/analysis'
import { Confidence } from '../../parts/Confidence.tsx'
import { FindingNumber } from '../../parts/hostile/FindingNumber.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { intakeWords } from '../../words/intake.ts'
import { printWords } from '../../words/print.ts'
import { submissionWords } from '../../words/submission.ts'
import { useSay, useWords } from '../../words/use-words.ts'

/** Findings printed at most; the strongest stand first. */
const FINDINGS_MAX = 14
/** Characters of the evidence beside a finding. */
const EXCERPT_CHARS_MAX = 90

/** Each finding with where it stands and what stands there. */
export function PrintedFindings({
  findings,
  mailSizeBytes,
}: {
  findings: readonly FindingView[]
  mailSizeBytes: number
}) {
  const t = useWords(printWords)
  const words = useWords(submissionWords)
  const intake = useWords(intakeWords)
  const say = useSay()
  return (
    <section className="print-long">
      <h2>{intake('findings')}</h2>
      {findings.length === 0 && <p>{words('no-findings')}</p>}
      {findings.length > 0 && (
        <table className="print-findings">
          <thead className="unseen">
            <tr>
              <th scope="col">{t('number')}</th>
              <th scope="col">{intake('findings')}</th>
              <th scope="col">{t('evidence')}</th>
            </tr>
          </thead>
          <tbody>
            {findings.slice(0, FINDINGS_MAX).map((finding) => (
              <tr key={finding.findingId}>
                <td>
                  <FindingNumber number={finding.number} />
                </td>
                <td>
                  <span className="row">
                    <span className="strong">{say(finding.title)}</span>
                    <Confidence weight={finding.weight} />
                  </span>
                  <HostileText text={say(finding.say)} />
                </td>
                <td>
                  <Evidence finding={finding} mailSizeBytes={mailSizeBytes} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {findings.length > FINDINGS_MAX && (
        <p>{t('more', { count: findings.length - FINDINGS_MAX })}</p>
      )}
    </section>
  )
}

function Evidence({
  finding: { where, attack },
  mailSizeBytes,
}: {
  finding: FindingView
  mailSizeBytes: number
}) {
  const t = useWords(printWords)
  const { header, line, path, range, fileRange, excerpt } = where
  const place =
    header === undefined ? t('at-part', { path }) : t('at-header', { header, line: line ?? 0 })
  const bytes = fileRange ?? range
  // The whole mail is no place in it.
  const isExact = bytes.end > bytes.start && bytes.end - bytes.start < mailSizeBytes
  return (
    <>
      <span className="print-place">
        {place}
        {isExact && ` · ${t('at-bytes', { start: bytes.start, end: bytes.end })}`}
        {attack.length > 0 && ` · ${attack.join(' ')}`}
      </span>
      {excerpt !== '' && (
        <span className="mono print-excerpt">
          <HostileText text={cut(excerpt)} />
        </span>
      )}
    </>
  )
}

function cut(text: string): string {
  const letters = Array.from(text)
  if (letters.length <= EXCERPT_CHARS_MAX) return text
  return `${letters.slice(0, EXCERPT_CHARS_MAX).join('')}…`
}
