import { Link } from '@tanstack/react-router'
import type { BulletinView } from 'contract/bulletin'
import { BulletinStateChip } from '../../parts/BulletinStateChip.tsx'
import { bulletinWords } from '../../words/bulletin.ts'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'

/** The other versions under the same number. */
export function Versions({ view }: { view: BulletinView }) {
  const t = useWords(bulletinWords)
  const dates = useDates()
  if (view.versions.length < 2) return null
  return (
    <section className="bench-box" aria-label={t('versions')}>
      <h3>{t('versions')}</h3>
      <ul className="stack small">
        {view.versions.map(({ bulletinId, version, state, at }) => (
          <li key={bulletinId} className="row">
            {bulletinId === view.bulletinId ? (
              <span className="strong">{t('version', { version })}</span>
            ) : (
              <Link to={`/bulletins/${bulletinId}`}>{t('version', { version })}</Link>
            )}
            <BulletinStateChip state={state} />
            <span className="push quiet nowrap">{dates.short(at)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
