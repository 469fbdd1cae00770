import { IconPrinter } from '@tabler/icons-react'
import { Button } from '../../parts/Button.tsx'
import { CopyButton } from '../../parts/CopyButton.tsx'
import { useDates } from '../../words/dates.ts'
import { settingsWords } from '../../words/settings.ts'
import { useWords } from '../../words/use-words.ts'
import './RecoveryCodeList.css'

/** The codes, the one time they can be read, with the ways to take them elsewhere. */
export function RecoveryCodeList({ codes }: { codes: readonly string[] }) {
  const t = useWords(settingsWords)
  const dates = useDates()
  return (
    <div className="stack">
      <p className="small">{t('codes-keep')}</p>
      <div className="recovery-paper">
        <header className="recovery-paper-head">
          <h1>{t('codes-paper')}</h1>
          <p>{t('codes-paper-say', { host: window.location.host })}</p>
          <p>{t('codes-paper-on', { on: dates.day(new Date().toISOString()) })}</p>
        </header>
        <ol className="recovery-codes mono" aria-label={t('codes-list')}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
      </div>
      <div className="row-wrap">
        <Button
          size="s"
          icon={<IconPrinter size={16} aria-hidden="true" />}
          onClick={() => window.print()}
        >
          {t('codes-print')}
        </Button>
        <CopyButton text={codes.join('\n')} label={t('codes-list')} />
      </div>
    </div>
  )
}
