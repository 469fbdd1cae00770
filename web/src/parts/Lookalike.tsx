import type { LookalikeEdit } from 'contract/analysis'
import { partsWords } from '../words/parts.ts'
import { useWords } from '../words/use-words.ts'
import { defang } from './hostile/find-defangs.ts'
import { type LookalikeColumn, toLookalikeColumns } from './to-lookalike-columns.ts'
import './Lookalike.css'

/** Genuine name above, false name below, letter under letter; what was changed is boxed and named. */
export function Lookalike({
  genuine,
  observed,
  edits,
}: {
  genuine: string
  observed: string
  edits: readonly LookalikeEdit[]
}) {
  const t = useWords(partsWords)
  const columns = toLookalikeColumns(genuine, observed, edits)
  const asText = t('lookalike-text', { genuine: defang(genuine), observed: defang(observed) })
  return (
    <figure className="lookalike">
      <div className="lookalike-letters" role="img" aria-label={asText} tabIndex={0}>
        <span className="lookalike-head">{t('genuine')}</span>
        <span className="lookalike-head lookalike-false">{t('false')}</span>
        {columns.map((column, at) => (
          <Column key={at} column={column} />
        ))}
      </div>
      <ul className="lookalike-edits">
        {edits.map((edit) => (
          <li key={`${edit.genuineAt}-${edit.observedAt}-${edit.kind}`}>
            {t(`edit-${edit.kind}`, { genuine: edit.genuine, observed: edit.observed })}
          </li>
        ))}
      </ul>
    </figure>
  )
}

function Column({ column }: { column: LookalikeColumn }) {
  const look = column.edit === undefined ? '' : ` lookalike-edit lookalike-${column.edit.kind}`
  return (
    <>
      <span className={`lookalike-cell${look}`}>{column.genuine}</span>
      <span className={`lookalike-cell lookalike-observed${look}`}>{column.observed}</span>
    </>
  )
}
