import type { Timeline } from 'contract/web-log'
import { Card } from '../../../parts/Card.tsx'
import { useDates } from '../../../words/dates.ts'
import { useNumbers } from '../../../words/numbers.ts'
import { useWords } from '../../../words/use-words.ts'
import { webLogWords } from '../../../words/web-log.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Height of one row in units of the drawing; its width is one unit a step. */
const HEIGHT = 60

/**
 * All requests above, those that probe below, on one axis of time. Each row has its own scale, for a few hundred
 * probes would not show beside a million visits; how much a full bar is stands beside it.
 */
export function LogTimeline({ timeline }: { timeline: Timeline }) {
  const t = useWords(webLogWords)
  const numbers = useNumbers()
  const dates = useDates()
  const { startAt, stepMs, requests, probes, outside } = timeline
  const atOf = (step: number) => new Date(Date.parse(startAt) + step * stepMs).toISOString()
  const step = useStepWords(stepMs)
  const [mostRequests, mostProbes] = [Math.max(0, ...requests), Math.max(0, ...probes)]
  const titleOf = (at: number) =>
    t('bar-title', {
      at: dates.short(atOf(at)),
      requests: numbers.count(requests[at] ?? 0),
      probes: numbers.count(probes[at] ?? 0),
    })
  return (
    <Card title={t('timeline')} aside={<span className="tiny quiet">{t('step', { step })}</span>}>
      <figure
        className="log-timeline"
        role="img"
        aria-label={t('timeline-alt', {
          from: dates.moment(startAt),
          to: dates.moment(atOf(requests.length)),
          step,
          requests: numbers.count(mostRequests),
          probes: numbers.count(mostProbes),
        })}
      >
        <Row name={t('all-requests')} values={requests} most={mostRequests} titleOf={titleOf} />
        <Row name={t('probes')} values={probes} most={mostProbes} titleOf={titleOf} isProbe />
        <div className="log-axis tiny quiet" aria-hidden="true">
          <span>{dates.short(startAt)}</span>
          {requests.length > 3 && <span>{dates.short(atOf(requests.length >> 1))}</span>}
          <span>{dates.short(atOf(requests.length))}</span>
        </div>
      </figure>
      {outside > 0 && <p className="tiny quiet">{t('outside', { count: outside })}</p>}
    </Card>
  )
}

function Row({
  name,
  values,
  most,
  titleOf,
  isProbe = false,
}: {
  name: string
  values: readonly number[]
  most: number
  titleOf: (at: number) => string
  isProbe?: boolean
}) {
  const t = useWords(webLogWords)
  const numbers = useNumbers()
  return (
    <div className="log-row">
      <div className="log-row-head tiny">
        <span>{name}</span>
        <span className="quiet">{t('most-in-step', { count: numbers.count(most) })}</span>
      </div>
      <svg
        viewBox={`0 0 ${values.length} ${HEIGHT}`}
        preserveAspectRatio="none"
        className={isProbe ? 'log-bars log-bars-probe' : 'log-bars'}
        aria-hidden="true"
      >
        {values.map((value, at) => {
          // One request among a million still shows as a line.
          const height = value === 0 ? 0 : Math.max(1.5, (value / Math.max(1, most)) * HEIGHT)
          return (
            <rect key={at} x={at + 0.1} y={HEIGHT - height} width="0.8" height={height}>
              <title>{titleOf(at)}</title>
            </rect>
          )
        })}
      </svg>
    </div>
  )
}

function useStepWords(stepMs: number): string {
  const t = useWords(webLogWords)
  if (stepMs >= DAY_MS) return t('days', { count: stepMs / DAY_MS })
  if (stepMs >= HOUR_MS) return t('hours', { count: stepMs / HOUR_MS })
  return t('minutes', { count: stepMs / 60_000 })
}
