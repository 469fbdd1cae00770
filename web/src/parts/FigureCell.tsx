import { Link } from '@tanstack/react-router'
import { useNumbers } from '../words/numbers.ts'
import { partsWords } from '../words/parts.ts'
import { useWords } from '../words/use-words.ts'
import './FigureCell.css'

/** A number that opens what it counts. A correction has a dot; a suppressed one says so in words. */
export function FigureCell({
  value,
  href,
  search,
  correctionCount = 0,
  unit,
}: {
  /** Undefined when it is not published. */
  value: number | undefined
  href?: string | undefined
  /** The query part of `href`. */
  search?: Readonly<Record<string, string | undefined>>
  correctionCount?: number
  unit?: string
}) {
  const t = useWords(partsWords)
  const numbers = useNumbers()
  if (value === undefined) return <span className="figure-none">{t('not-published')}</span>
  const words = `${numbers.count(value)}${unit ?? ''}`
  return (
    <span className="figure">
      {href === undefined ? (
        words
      ) : (
        <Link to={href} search={search ?? {}} resetScroll={false}>
          {words}
        </Link>
      )}
      {correctionCount > 0 && (
        <span
          className="figure-dot"
          role="img"
          aria-label={t('corrected', { count: correctionCount })}
        />
      )}
    </span>
  )
}
