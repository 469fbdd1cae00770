import type { BulletinView } from 'contract/bulletin'
import { bulletinWords } from '../../words/bulletin.ts'
import { useSay, useWords } from '../../words/use-words.ts'

/** One sentence per reason why it cannot go on yet. */
export function Blockers({ blockers }: Pick<BulletinView, 'blockers'>) {
  const t = useWords(bulletinWords)
  const say = useSay()
  if (blockers.length === 0) return null
  return (
    <section className="bench-box" aria-label={t('blockers')}>
      <h3>{t('blockers')}</h3>
      <ul className="bench-list small">
        {blockers.map((blocker) => (
          <li key={blocker.en} className="reason">
            {say(blocker)}
          </li>
        ))}
      </ul>
    </section>
  )
}
