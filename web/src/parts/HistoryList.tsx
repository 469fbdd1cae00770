import type { HistoryEntry } from 'contract/analysis'
import { useDates } from '../words/dates.ts'
import { intakeWords } from '../words/intake.ts'
import { useSay, useWords } from '../words/use-words.ts'
import './HistoryList.css'

/** Who did what and when, newest last. */
export function HistoryList({ entries }: { entries: readonly HistoryEntry[] }) {
  const t = useWords(intakeWords)
  const say = useSay()
  const dates = useDates()
  if (entries.length === 0) return <p className="small quiet">{t('history-none')}</p>
  return (
    <ol className="history">
      {entries.map((entry, at) => (
        <li key={`${entry.at}-${at}`} className="history-entry">
          <span className="tiny quiet">
            <time dateTime={entry.at}>{dates.short(entry.at)}</time>　{entry.by}
          </span>
          <span className="reason">{say(entry.say)}</span>
        </li>
      ))}
    </ol>
  )
}
