import type { MailView } from 'contract/analysis'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { useNumbers } from '../../words/numbers.ts'
import { printWords } from '../../words/print.ts'
import { useWords } from '../../words/use-words.ts'

/** Files printed at most; each takes a line and its hash another. */
const FILES_MAX = 8

/** Files of the mail with what others compare by: name, type, size, SHA-256. The same bytes are printed once. */
export function PrintedFiles({ mail }: { mail: MailView }) {
  const t = useWords(printWords)
  const numbers = useNumbers()
  const seen = new Set<string>()
  const files = mail.artefacts.filter(({ kind, path, sha256 }) => {
    if (kind === 'text' || path === '0' || (sha256 !== undefined && seen.has(sha256))) return false
    if (sha256 !== undefined) seen.add(sha256)
    return true
  })
  if (files.length === 0) return null
  return (
    <section>
      <h2>{t('files')}</h2>
      <ul className="print-files">
        {files.slice(0, FILES_MAX).map((file) => (
          <li key={file.path}>
            <span className="print-file">
              <span className="mono">{file.path}</span>{' '}
              <HostileText text={file.fileName ?? file.type} />{' '}
              <span className="quiet">
                {file.type} · {numbers.bytes(file.sizeBytes)}
              </span>
            </span>
            <span className="mono">{file.sha256 ?? t('no-hash')}</span>
          </li>
        ))}
      </ul>
      {files.length > FILES_MAX && <p>{t('more', { count: files.length - FILES_MAX })}</p>}
    </section>
  )
}
