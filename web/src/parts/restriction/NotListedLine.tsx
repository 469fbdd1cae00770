import { IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ClosedThing } from 'contract/restriction'
import { useClosed } from '../../client/restriction.ts'
import { restrictionWords } from '../../words/restriction.ts'
import { useWords } from '../../words/use-words.ts'

/** Under a list that shows what one may read: how many there are besides. */
export function NotListedLine({ kind }: { kind: ClosedThing['kind'] }) {
  const t = useWords(restrictionWords)
  const count = useClosed().data?.filter((thing) => thing.kind === kind).length ?? 0
  if (count === 0) return null
  return (
    <p className="small row">
      <IconLock size={16} stroke={1.5} aria-hidden="true" />
      <Link to="/restricted">{t('not-listed', { count })}</Link>
    </p>
  )
}
