import { Link } from '@tanstack/react-router'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { frameWords } from '../words/frame.ts'
import { useWords } from '../words/use-words.ts'
import { Sheet } from '../parts/Sheet.tsx'
import type { Destination } from './destinations.ts'
import './Navigation.css'

/** On phones the bar holds five entries; what does not fit stands behind "more". */
const ON_PHONE_MAX = 5

/** Icon over word at the left, at the foot of a phone. */
export function Navigation({
  destinations,
  waiting,
}: {
  destinations: readonly Destination[]
  waiting: number | undefined
}) {
  const t = useWords(frameWords)
  const hasMore = destinations.length > ON_PHONE_MAX
  const onPhone = hasMore ? ON_PHONE_MAX - 1 : ON_PHONE_MAX
  return (
    <nav className="nav" aria-label={t('navigation')}>
      <Link to="/" className="nav-logo" aria-label="Noroshi">
        <img src="/logo.svg" width="28" height="28" alt="" />
      </Link>
      <ul className="nav-list">
        {destinations.map((destination, at) => (
          <li
            key={destination.name}
            className={at >= onPhone ? 'nav-wide' : undefined}
            data-name={destination.name}
          >
            <Entry
              destination={destination}
              waiting={destination.name === 'queue' ? waiting : undefined}
            />
          </li>
        ))}
        {hasMore && <More destinations={destinations.slice(onPhone)} />}
      </ul>
    </nav>
  )
}

function Entry({
  destination: { name, href, Icon },
  waiting,
}: {
  destination: Destination
  waiting?: number | undefined
}) {
  const t = useWords(frameWords)
  return (
    <Link
      to={href}
      className="nav-entry"
      activeOptions={{ exact: href === '/settings', includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
    >
      <Icon size={20} stroke={1.5} aria-hidden="true" />
      <span>{t(name)}</span>
      {waiting !== undefined && waiting > 0 && (
        <span className="nav-count" aria-label={t('waiting', { count: waiting })}>
          {waiting > 99 ? '99+' : waiting}
        </span>
      )}
    </Link>
  )
}

function More({ destinations }: { destinations: readonly Destination[] }) {
  const t = useWords(frameWords)
  const [isOpen, setOpen] = useState(false)
  return (
    <li className="nav-phone">
      <button type="button" className="nav-entry" onClick={() => setOpen(true)}>
        <IconDots size={20} stroke={1.5} aria-hidden="true" />
        <span>{t('more')}</span>
      </button>
      {isOpen && (
        <Sheet title={t('more')} onClose={() => setOpen(false)} width={360}>
          <ul className="nav-more" onClick={() => setOpen(false)}>
            {destinations.map((destination) => (
              <li key={destination.name}>
                <Entry destination={destination} />
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </li>
  )
}
