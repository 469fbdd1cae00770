import type { VaultSpelling } from 'contract/community'
import { organisationWords } from '../../words/organisation.ts'
import { useWords } from '../../words/use-words.ts'

/** How an entry is searched for in what leaves the hub, folded away, and what to know when it is not searched for plainly. */
export function EntrySpellings({
  spelling: { text, spellings, count, doubt },
}: {
  spelling: VaultSpelling
}) {
  const t = useWords(organisationWords)
  const left = count - spellings.length
  return (
    <>
      {doubt !== undefined && <p className="tiny vault-doubt">{t(`doubt-${doubt}`)}</p>}
      {count > 1 && (
        <details className="vault-spellings tiny">
          <summary aria-label={t('spellings-of', { name: text, count })}>
            {t('spellings', { count })}
          </summary>
          <ul>
            {spellings.map((one) => (
              <li key={one}>{one}</li>
            ))}
            {left > 0 && <li className="quiet">{t('spellings-left', { count: left })}</li>}
          </ul>
        </details>
      )}
    </>
  )
}
