import type { LookalikeEdit } from 'contract/analysis'
import { partsWords } from '../words/parts.ts'
import { useWords } from '../words/use-words.ts'
import { defang } from './hostile/find-defangs.ts'
import { findScript } from './find-script.ts'
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
      <div className="lookalike-drawing">
        <div className="lookalike-letters" role="img" aria-label={asText} tabIndex={0}>
          <span className="lookalike-head">{t('genuine')}</span>
          <span className="lookalike-head lookalike-false">{t('false')}</span>
          {columns.map((column, at) => (
            <Column key={at} column={column} />
          ))}
        </div>
        <div className="lookalike-plain" aria-hidden="true">
          <span>{genuine}</span>
          <span>{observed}</span>
          <span className="tiny quiet">{t('lookalike-plain')}</span>
        </div>
      </div>
      <ul className="lookalike-edits">
        {edits.map((edit) => (
          <li key={`${edit.genuineAt}-${edit.observedAt}-${edit.kind}`}>
            <EditWords edit={edit} />
          </li>
        ))}
      </ul>
    </figure>
  )
}

/** What was done; a letter of another script is told by the name of its script. */
function EditWords({ edit: { kind, genuine, observed } }: { edit: LookalikeEdit }) {
  const t = useWords(partsWords)
  const script = kind === 'homoglyph' ? findScript(observed) : undefined
  if (script === undefined) return t(`edit-${kind}`, { genuine, observed })
  return t('edit-homoglyph-script', { genuine, observed, script: t(`script-${script}`) })
}

function Column({ column }: { column: LookalikeColumn }) {
  const look = column.edit === undefined ? '' : ` lookalike-edit lookalike-${column.edit.kind}`
  return (
    <>
      <span className={`lookalike-cell${look}`}>{column.genuine}</span>
      <span className={`lookalike-cell lookalike-observed${look}`}>
        {column.edit?.kind === 'swapped' && (
          <svg className="lookalike-cross" viewBox="0 0 20 10" preserveAspectRatio="none">
            <path d="M4 0 16 10M16 0 4 10" />
          </svg>
        )}
        {column.observed}
      </span>
    </>
  )
}
