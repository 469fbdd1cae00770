import { AUDIT_EXPORT_ENTRIES } from 'contract/audit-export'
import { useSigningKey } from '../../client/audit.ts'
import { CodeLine } from '../../parts/CodeLine.tsx'
import { auditWords } from '../../words/audit.ts'
import { useNumbers } from '../../words/numbers.ts'
import { useWords } from '../../words/use-words.ts'

/** Files of the log for whoever checks it elsewhere, and the key that signs them. */
export function ExportLinks({ entryCount }: { entryCount: number }) {
  const t = useWords(auditWords)
  const numbers = useNumbers()
  const key = useSigningKey()
  return (
    <div className="stack">
      <p className="small">{t('export-say')}</p>
      <ul className="row-wrap audit-exports">
        {listStarts(entryCount).map((from) => {
          const to = Math.min(from + AUDIT_EXPORT_ENTRIES - 1, entryCount)
          return (
            <li key={from}>
              <a href={`/api/audit/export?from=${from}`} download>
                {t('export-span', { from: numbers.count(from), to: numbers.count(to) })}
              </a>
            </li>
          )
        })}
      </ul>
      {key.data !== undefined && (
        <>
          <CodeLine text={key.data.fingerprint} label={t('key')} />
          <p className="tiny quiet">
            {t('key')}・{t('key-say')}
          </p>
        </>
      )}
    </div>
  )
}

/** First entries of the files that hold the whole log together. */
function listStarts(entryCount: number): number[] {
  const files = Math.max(1, Math.ceil(entryCount / AUDIT_EXPORT_ENTRIES))
  return Array.from({ length: files }, (_, at) => at * AUDIT_EXPORT_ENTRIES + 1)
}
