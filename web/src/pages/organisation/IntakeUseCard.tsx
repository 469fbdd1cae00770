import { useIntakeUse } from '../../client/intake-use.ts'
import { Card } from '../../parts/Card.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { useNumbers } from '../../words/numbers.ts'
import { organisationWords } from '../../words/organisation.ts'
import { useWords } from '../../words/use-words.ts'

/** How much of its quota an organisation has used, and whether mail in its name waits; without an id, one's own. */
export function IntakeUseCard({ organisationId }: { organisationId?: string }) {
  const t = useWords(organisationWords)
  const numbers = useNumbers()
  return (
    <Card title={t('intake-use')} padded={false}>
      <p className="card-body small reason">{t('intake-use-say')}</p>
      <Loaded query={useIntakeUse(organisationId)} shape={2}>
        {({ dayBytes, dayBytesMax, allBytes, allBytesMax, mailTurnedAway }) => (
          <ul className="record-list">
            <li>
              <span className="record-text strong">{t('intake-today')}</span>
              <span>
                {t('intake-of', {
                  used: numbers.bytes(dayBytes),
                  most: numbers.bytes(dayBytesMax),
                })}
              </span>
            </li>
            <li>
              <span className="record-text strong">{t('intake-all')}</span>
              <span>
                {t('intake-of', {
                  used: numbers.bytes(allBytes),
                  most: numbers.bytes(allBytesMax),
                })}
              </span>
            </li>
            {mailTurnedAway > 0 && (
              <li>
                <span className="record-text">
                  <span>
                    <Chip tone="warn">{t('intake-mail-waits', { count: mailTurnedAway })}</Chip>
                  </span>
                  <span className="small">{t('intake-mail-waits-say')}</span>
                </span>
              </li>
            )}
          </ul>
        )}
      </Loaded>
    </Card>
  )
}
