import type { Table1 } from 'contract/statistics'
import { Card } from '../../parts/Card.tsx'
import { useDates } from '../../words/dates.ts'
import { useNumbers } from '../../words/numbers.ts'
import { statisticsWords } from '../../words/statistics.ts'
import { useWords } from '../../words/use-words.ts'
import { toMonths } from './to-months.ts'

/** Sizes in units of the drawing. */
const WIDTH = 560
const HEIGHT = 236
const FOOT = 44
const HEAD = 20
const BAR = 44
const GAP = 6

/** 図2: both figures side by side; solid and hatched, so that a grey print loses nothing. */
export function FigureChart({ table }: { table: Table1 }) {
  const t = useWords(statisticsWords)
  const dates = useDates()
  const values = table.quarters.map((quarter, at) => ({
    quarter,
    submissions: table.submissions[at]?.value ?? 0,
    bulletins: table.bulletins[at]?.value ?? 0,
  }))
  const words = values.map((value) =>
    t('chart-value', { ...value, quarter: dates.quarter(value.quarter) }),
  )
  const largest = Math.max(1, ...values.flatMap((value) => [value.submissions, value.bulletins]))
  const step = WIDTH / values.length
  return (
    <Card title={t('chart')} aside={<Legend />}>
      <svg
        className="figure-chart"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('chart-alt', { values: words.join(', ') })}
      >
        <Hatch />
        <path className="chart-ground" d={`M0 ${HEIGHT - FOOT}H${WIDTH}`} />
        {values.map(({ quarter, submissions, bulletins }, at) => {
          const middle = at * step + step / 2
          return (
            <g key={quarter}>
              <Bar left={middle - BAR - GAP / 2} value={submissions} largest={largest} />
              <Bar left={middle + GAP / 2} value={bulletins} largest={largest} isHatched />
              <text x={middle} y={HEIGHT - 25}>
                {toMonths(dates.quarter(quarter))}
              </text>
              <text x={middle} y={HEIGHT - 6}>
                {quarter.slice(0, 4)}
              </text>
            </g>
          )
        })}
      </svg>
    </Card>
  )
}

function Bar({
  left,
  value,
  largest,
  isHatched = false,
}: {
  left: number
  value: number
  largest: number
  isHatched?: boolean
}) {
  const numbers = useNumbers()
  const height = (value / largest) * (HEIGHT - FOOT - HEAD)
  const top = HEIGHT - FOOT - height
  return (
    <>
      <rect
        className={isHatched ? 'chart-bar chart-hatched' : 'chart-bar'}
        x={left}
        y={top}
        width={BAR}
        height={height}
      />
      <text className="chart-value" x={left + BAR / 2} y={top - 5}>
        {numbers.count(value)}
      </text>
    </>
  )
}

function Legend() {
  const t = useWords(statisticsWords)
  return (
    <span className="row-wrap chart-legend">
      {(['submissions', 'bulletins'] as const).map((figure) => (
        <span key={figure} className="row">
          <svg width="12" height="12" aria-hidden="true">
            <rect
              className={figure === 'bulletins' ? 'chart-bar chart-hatched' : 'chart-bar'}
              x="0.5"
              y="0.5"
              width="11"
              height="11"
            />
          </svg>
          {t(figure)}
        </span>
      ))}
    </span>
  )
}

function Hatch() {
  return (
    <defs>
      <pattern
        id="chart-hatch"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect className="chart-hatch-ground" width="6" height="6" />
        <path className="chart-hatch-line" d="M0 0V6" />
      </pattern>
    </defs>
  )
}
