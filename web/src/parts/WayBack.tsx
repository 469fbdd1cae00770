import { Link } from '@tanstack/react-router'
import { usePlace } from '../frame/place.ts'
import { frameWords } from '../words/frame.ts'
import { partsWords } from '../words/parts.ts'
import { useWords } from '../words/use-words.ts'
import { toButtonClass } from './Button.tsx'

/** Places that list what has a page of its own. */
export type ListPlace =
  | 'bulletins'
  | 'cases'
  | 'submissions'
  | 'restricted'
  | 'community'
  | 'home'
  | 'inbox'
  | 'my-submissions'
  | 'organisation'

/** From a page that is not there, or not for the reader, to the list it would stand in. */
export function WayBack({ to }: { to: ListPlace }) {
  const t = useWords(partsWords)
  const list = useWords(frameWords)(to)
  const href = `/${to}`
  usePlace([{ label: list, href }])
  return (
    <Link to={href} className={toButtonClass('outline')}>
      {t('way-back', { list })}
    </Link>
  )
}
