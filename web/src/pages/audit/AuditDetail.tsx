import { Facts } from '../../parts/Facts.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { auditWords } from '../../words/audit.ts'
import { useWords } from '../../words/use-words.ts'
import type { AuditLine } from './audit-line.ts'

/** Letters of a value before it is cut in the one-line view. */
const SHORT_MAX = 60

/** What was written beside the action, folded to one line, and the entry's place in the chain. */
export function AuditDetail({ line: { detail, hash } }: { line: AuditLine }) {
  const t = useWords(auditWords)
  const values = Object.entries(detail).map(([key, value]) => [key, toText(value)] as const)
  const short = values.map(([key, text]) => `${key} ${text}`).join('　')
  return (
    <details className="audit-detail tiny">
      <summary>
        {short === '' ? (
          <span className="mono">{hash.slice(0, 12)}</span>
        ) : (
          <HostileText text={short.slice(0, SHORT_MAX)} />
        )}
      </summary>
      <Facts
        facts={[
          ...values.map(([key, text]) => [key, <HostileText key={key} text={text} />] as const),
          [
            t('hash'),
            <span key="hash" className="mono audit-hash">
              {hash}
            </span>,
          ],
        ]}
      />
    </details>
  )
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}
