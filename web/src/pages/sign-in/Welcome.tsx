import { IconWorld } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { activateLanguage } from '../../words/i18n.ts'
import { frameWords } from '../../words/frame.ts'
import { signInWords } from '../../words/sign-in.ts'
import { useLanguage, useWords } from '../../words/use-words.ts'
import { Hills } from './Hills.tsx'
import './Welcome.css'

/** The two halves of every page before the frame: the hills, and what there is to do. */
export function Welcome({ children }: { children: ReactNode }) {
  const t = useWords(signInWords)
  const frame = useWords(frameWords)
  const other = useLanguage() === 'ja' ? 'en' : 'ja'
  return (
    <div className="welcome">
      <header className="welcome-picture">
        <p className="welcome-name">
          <img src="/logo.svg" width="36" height="36" alt="" />
          <span>
            <strong>狼煙</strong> Noroshi
          </span>
        </p>
        <p className="welcome-motto">{t('motto')}</p>
        <Hills />
      </header>
      <main className="welcome-do">
        <div className="welcome-inside">{children}</div>
        <footer className="welcome-foot">
          <button
            type="button"
            className="bar-language"
            lang={other}
            onClick={() => activateLanguage(other)}
          >
            <IconWorld size={16} stroke={1.5} aria-hidden="true" />
            {frame('switch-language')}
          </button>
          <span>{t('audited')}</span>
        </footer>
      </main>
    </div>
  )
}
