import type { BulletinView } from 'contract/bulletin'
import { bulletinTextWords } from '../../words/bulletin-text.ts'
import { useSay, useWords } from '../../words/use-words.ts'

/** Why what is told from a draft is not there: over all columns, for on a phone one of them is seen at a time. */
export function DraftProblem({ view }: { view: Pick<BulletinView, 'draftProblem'> }) {
  const t = useWords(bulletinTextWords)
  const say = useSay()
  if (view.draftProblem === undefined) return null
  return (
    <div className="bench-notice" role="alert">
      <p className="grow">
        {say(view.draftProblem)} {t('draft-problem')}
      </p>
    </div>
  )
}
