import { IconX } from '@tabler/icons-react'
import type { MailView } from 'contract/analysis'
import { Key } from '../../parts/Key.tsx'
import { intakeWords } from '../../words/intake.ts'
import { submissionWords } from '../../words/submission.ts'
import { useWords } from '../../words/use-words.ts'
import { FindingItem } from './FindingItem.tsx'
import { MailProposal } from './MailProposal.tsx'

/** The right column: every finding with its number, how much it says, and why. */
export function FindingColumn({
  mail,
  selected,
  lit,
  isWhyOpen,
  onSelect,
  onHover,
  onWhy,
  onClose,
}: {
  mail: MailView
  selected: number | undefined
  lit: number | undefined
  isWhyOpen: boolean
  onSelect: (number: number) => void
  onHover: (number: number | undefined) => void
  onWhy: () => void
  /** Where the column is a drawer, it can be closed. */
  onClose: () => void
}) {
  const t = useWords(submissionWords)
  const intake = useWords(intakeWords)
  return (
    <aside className="evidence-findings" aria-label={intake('findings')}>
      <header className="findings-head">
        <h2 className="card-title">
          {intake('findings')} <span className="count">{mail.findings.length}</span>
        </h2>
        <span className="push tiny quiet">{t('by-confidence')}</span>
        <button
          type="button"
          className="icon-button findings-toggle"
          aria-label={t('findings-hide')}
          onClick={onClose}
        >
          <IconX stroke={1.5} aria-hidden="true" />
        </button>
      </header>
      <MailProposal mail={mail} />
      {mail.findings.length === 0 && <p className="card-body quiet">{t('no-findings')}</p>}
      <ol>
        {mail.findings.map((finding) => (
          <FindingItem
            key={finding.findingId}
            finding={finding}
            isSelected={finding.number === selected}
            isLit={finding.number === lit}
            isWhyOpen={isWhyOpen}
            onSelect={onSelect}
            onHover={onHover}
            onWhy={onWhy}
          />
        ))}
      </ol>
      <footer className="findings-keys" aria-hidden="true">
        <Key name="n" />
        <Key name="p" /> {t('key-next')}
        <Key name="b" /> {t('key-bytes')}
        <Key name="y" /> {t('key-why')}
      </footer>
    </aside>
  )
}
