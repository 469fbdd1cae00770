import type { ReactNode } from 'react'
import { partsWords } from '../words/parts.ts'
import { useWords } from '../words/use-words.ts'
import { Chip } from './Chip.tsx'

type Known<T> = { known: 'value'; value: T } | { known: 'unknown' } | { known: 'withheld' }

/** Unknown (不明) and withheld (情報提供外) are values: a grey label, never a blank or a dash. */
export function KnownValue<T>({
  fact,
  children,
}: {
  fact: Known<T>
  children: (value: T) => ReactNode
}) {
  const t = useWords(partsWords)
  if (fact.known === 'value') return <>{children(fact.value)}</>
  return <Chip>{t(fact.known)}</Chip>
}
