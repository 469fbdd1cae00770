import type { CaseView } from 'contract/case'
import { Card } from '../../parts/Card.tsx'
import { caseWords } from '../../words/case.ts'
import { useDates } from '../../words/dates.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { useCaseMoves } from './use-case-moves.ts'

/** What was joined, split, merged and classified, each with its way back. */
export function CaseChanges({ view }: { view: CaseView }) {
  const t = useWords(caseWords)
  const say = useSay()
  const dates = useDates()
  const { undo } = useCaseMoves(view)
  return (
    <Card title={t('changes')}>
      {view.changes.length === 0 && <p className="small quiet">{t('no-changes')}</p>}
      <ul className="case-changes">
        {view.changes.map((change) => (
          <li key={change.changeId} className="case-change">
            <time className="tiny quiet nowrap" dateTime={change.at}>
              {dates.short(change.at)}
            </time>
            <span className="reason">{say(change.say)}</span>
            <span className="quiet">{change.by}</span>
            {change.undoneAt !== undefined && (
              <span className="quiet">{t('undone-at', { at: dates.short(change.undoneAt) })}</span>
            )}
            {change.mayUndo && (
              <button
                type="button"
                className="link-button push"
                onClick={() => undo(change.changeId)}
              >
                {t('undo')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
