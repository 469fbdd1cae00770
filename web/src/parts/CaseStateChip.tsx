import type { CaseState } from 'contract/case'
import { caseWords } from '../words/case.ts'
import { useWords } from '../words/use-words.ts'
import { Chip, type ChipTone } from './Chip.tsx'

const TONES: Record<CaseState, ChipTone> = { open: 'outline', worked: 'info', closed: 'neutral' }

/** New, in work, closed. */
export function CaseStateChip({ state }: { state: CaseState }) {
  const t = useWords(caseWords)
  return <Chip tone={TONES[state]}>{t(`state-${state}`)}</Chip>
}
