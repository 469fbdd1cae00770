import type { ProbeKind } from 'contract/web-log'
import { useWords } from '../../../words/use-words.ts'
import { webLogWords } from '../../../words/web-log.ts'

/** Kinds of probing in a word each. */
export function KindNames({ kinds }: { kinds: readonly ProbeKind[] }) {
  const t = useWords(webLogWords)
  if (kinds.length === 0) return null
  return (
    <span className="tiny quiet log-under">
      {kinds.map((kind) => t(`kind-${kind}`)).join(' · ')}
    </span>
  )
}
