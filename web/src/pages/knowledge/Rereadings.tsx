import type { RereadingView } from 'contract/knowledge'
import { useRereadings } from '../../client/knowledge.ts'
import { Card } from '../../parts/Card.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { useDates } from '../../words/dates.ts'
import { knowledgeWords } from '../../words/knowledge.ts'
import { useWords } from '../../words/use-words.ts'

/** How far the last readings of earlier evidence again are, when they began and how they ended. */
export function Rereadings() {
  const t = useWords(knowledgeWords)
  const { data } = useRereadings()
  if (data === undefined || data.rereadings.length === 0) return null
  return (
    <Card title={t('rereadings')}>
      <ul className="rereadings" aria-live="polite">
        {data.rereadings.map((one) => (
          <Rereading key={one.rereadingId} one={one} />
        ))}
      </ul>
    </Card>
  )
}

const TONES = { waiting: 'neutral', running: 'warn', done: 'ok' } as const

function Rereading({ one }: { one: RereadingView }) {
  const t = useWords(knowledgeWords)
  const dates = useDates()
  const { days, askedBy, askedAt, begunAt, lastAt, endedAt, state, total, read, failed } = one
  const times = [
    begunAt === undefined
      ? t('reread-asked', { at: dates.moment(askedAt) })
      : t('reread-begun', { at: dates.moment(begunAt) }),
    ...(endedAt === undefined ? [] : [t('reread-ended', { at: dates.moment(endedAt) })]),
    ...(endedAt === undefined && lastAt !== undefined
      ? [t('reread-last', { at: dates.moment(lastAt) })]
      : []),
  ]
  return (
    <li className="rereading">
      <p className="row-wrap">
        <span className="strong">{t('reread-span', { days })}</span>
        <span className="small quiet">
          {askedBy === undefined ? t('reread-by-register') : t('reread-by', { name: askedBy })}
        </span>
        <span className="push">
          <Chip tone={TONES[state]} clock={state !== 'done'}>
            {t(`reread-${state}`)}
          </Chip>
        </span>
      </p>
      {begunAt !== undefined && (
        <div className="rereading-bar">
          <progress value={read} max={Math.max(total, 1)} aria-label={t('rereadings')} />
          <span className="small">
            {total === 0 ? t('reread-nothing') : t('reread-count', { read, total })}
            {failed > 0 && ` ${t('reread-failed', { count: failed })}`}
          </span>
        </div>
      )}
      <p className="meta-line">
        {times.map((time) => (
          <span key={time}>{time}</span>
        ))}
      </p>
    </li>
  )
}
