import type { ProblemView } from 'contract/analysis'
import { submissionWords } from '../words/submission.ts'
import { useWords } from '../words/use-words.ts'

/** Where a problem stands: its place, or how often, the first places, and how many more there are. */
export function ProblemPlaces({
  problem: { path, count = 1, places = [path] },
}: {
  problem: ProblemView
}) {
  const t = useWords(submissionWords)
  if (count === 1) return <span className="mono quiet">{path}</span>
  const more = count - places.length
  return (
    <span className="quiet">
      {t('problem-count', { count })} <span className="mono">{places.join(' ')}</span>
      {more > 0 && ` ${t('problem-more', { count: more })}`}
    </span>
  )
}
