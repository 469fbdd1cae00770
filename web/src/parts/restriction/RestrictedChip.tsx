import { IconLock } from '@tabler/icons-react'
import { restrictionWords } from '../../words/restriction.ts'
import { useWords } from '../../words/use-words.ts'
import { Chip } from '../Chip.tsx'

/** Says that not everybody at the hub may read it. */
export function RestrictedChip() {
  const t = useWords(restrictionWords)
  return (
    <Chip tone="info" icon={<IconLock aria-hidden="true" />}>
      {t('badge')}
    </Chip>
  )
}
