import { Link } from '@tanstack/react-router'
import { toButtonClass } from '../parts/Button.tsx'
import { frameWords } from '../words/frame.ts'
import { useWords } from '../words/use-words.ts'

/** The same for what does not exist and for what may not be seen. */
export function NotFound() {
  const t = useWords(frameWords)
  return (
    <main className="page">
      <h1>{t('not-found')}</h1>
      <p>
        <Link to="/" className={toButtonClass('outline')}>
          {t('to-home')}
        </Link>
      </p>
    </main>
  )
}
