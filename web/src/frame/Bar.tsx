import { IconChevronRight, IconSearch, IconWorld } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Me } from '../client/me.ts'
import { useSwitchLanguage } from '../client/me.ts'
import { Key } from '../parts/Key.tsx'
import { frameWords } from '../words/frame.ts'
import { useLanguage, useWords } from '../words/use-words.ts'
import { isStaff } from './destinations.ts'
import { MeMenu } from './MeMenu.tsx'
import { useTrail } from './place.ts'
import './Bar.css'

/** Where I am, search, language, me. */
export function Bar({
  me,
  onSearch,
  onHelp,
}: {
  me: Me
  onSearch: () => void
  onHelp: () => void
}) {
  const t = useWords(frameWords)
  const words = t(isStaff(me) ? 'search' : 'search-member')
  return (
    <header className="bar">
      <Trail />
      <button type="button" className="bar-search" onClick={onSearch}>
        <IconSearch size={16} stroke={1.5} aria-hidden="true" />
        <span className="cut bar-search-words">{words}</span>
        <span className="bar-search-keys">
          <Key name="Ctrl" />
          <Key name="K" />
        </span>
      </button>
      <LanguageSwitch />
      <MeMenu me={me} onHelp={onHelp} />
    </header>
  )
}

function Trail() {
  const trail = useTrail()
  return (
    <ol className="trail">
      {trail.map(({ label, href }, at) => (
        <li key={label} className="row" aria-current={at === trail.length - 1 ? 'page' : undefined}>
          {at > 0 && <IconChevronRight size={14} aria-hidden="true" />}
          {href === undefined ? (
            <span className="cut">{label}</span>
          ) : (
            <Link to={href} className="cut">
              {label}
            </Link>
          )}
        </li>
      ))}
    </ol>
  )
}

function LanguageSwitch() {
  const t = useWords(frameWords)
  const language = useLanguage()
  const { mutate } = useSwitchLanguage()
  const other = language === 'ja' ? 'en' : 'ja'
  return (
    <button type="button" className="bar-language" lang={other} onClick={() => mutate(other)}>
      <IconWorld size={16} stroke={1.5} aria-hidden="true" />
      <span className="bar-language-words">{t('switch-language')}</span>
    </button>
  )
}
