import type { WebLogSummary } from 'contract/web-log'
import type { ReactNode } from 'react'
import { useDates } from '../../../words/dates.ts'
import { useNumbers } from '../../../words/numbers.ts'
import { useWords } from '../../../words/use-words.ts'
import { webLogWords } from '../../../words/web-log.ts'

/** The figures a report would begin with. */
export function LogFigures({ summary }: { summary: WebLogSummary }) {
  const t = useWords(webLogWords)
  const numbers = useNumbers()
  const dates = useDates()
  const { lines, sources, probes, firstAt, lastAt } = summary
  const some = (count: number, isEstimated: boolean) =>
    isEstimated ? t('about', { count: numbers.count(count) }) : numbers.count(count)
  return (
    <section className="card" aria-label={t('figures')}>
      <dl className="log-figures">
        <Figure label={t('requests')}>{numbers.count(lines.requests)}</Figure>
        <Figure label={t('sources')}>{some(sources.count, sources.isEstimated)}</Figure>
        <Figure label={t('probes')} isLit={probes.count > 0}>
          {numbers.count(probes.count)}
        </Figure>
        <Figure label={t('answered')} isLit={probes.answered > 0}>
          {numbers.count(probes.answered)}
        </Figure>
        <Figure label={t('probing-sources')}>{some(probes.sources, probes.isEstimated)}</Figure>
        <div className="log-figure log-figure-span">
          <dt>{t('span')}</dt>
          <dd>
            {firstAt === undefined || lastAt === undefined ? (
              t('span-unknown')
            ) : (
              <>
                <span>{dates.moment(firstAt)}</span>
                <span>{dates.moment(lastAt)}</span>
              </>
            )}
          </dd>
        </div>
      </dl>
    </section>
  )
}

function Figure({
  label,
  isLit = false,
  children,
}: {
  label: string
  isLit?: boolean
  children: ReactNode
}) {
  return (
    <div className="log-figure" data-lit={isLit || undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
