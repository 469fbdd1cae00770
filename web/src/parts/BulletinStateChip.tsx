import type { BulletinState } from 'contract/bulletin'
import { bulletinWords } from '../words/bulletin.ts'
import { useWords } from '../words/use-words.ts'
import { Chip, type ChipTone } from './Chip.tsx'

const TONES: Record<BulletinState, ChipTone> = {
  draft: 'neutral',
  checked: 'outline',
  waiting: 'warn',
  approved: 'ok',
  releasing: 'warn',
  released: 'ok',
  corrected: 'neutral',
  withdrawn: 'bad',
}

/** How far a bulletin has come. */
export function BulletinStateChip({ state }: { state: BulletinState }) {
  const t = useWords(bulletinWords)
  return (
    <Chip tone={TONES[state]} clock={state === 'waiting' || state === 'releasing'}>
      {t(`state-${state}`)}
    </Chip>
  )
}
