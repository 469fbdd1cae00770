import type { MailView } from 'contract/analysis'
import { Card } from '../../parts/Card.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { evidenceWords } from '../../words/evidence.ts'
import { useWords } from '../../words/use-words.ts'
import '../../parts/HeaderLines.css'

/** Header of a mail inside the mail. Findings are made of the mail around it, so nothing is marked here. */
export function NestedHeader({
  headers,
}: {
  headers: NonNullable<MailView['parts'][number]['headers']>
}) {
  const t = useWords(evidenceWords)
  return (
    <Card title={t('nested-header')} padded={false}>
      <div className="header-lines mono" role="table" aria-label={t('nested-header')}>
        {headers.map(({ name, value }, at) => (
          <div key={at} role="row" className="header-line">
            <span role="cell" className="header-number">
              {at + 1}
            </span>
            <span role="rowheader" className="header-name" title={name}>
              <HostileText text={name} />
            </span>
            <span role="cell" className="header-value">
              <HostileText text={value} />
            </span>
          </div>
        ))}
      </div>
    </Card>
  )
}
