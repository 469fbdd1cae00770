import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { ProbeSummary } from 'contract/web-log'
import { useState } from 'react'
import { Card } from '../../../parts/Card.tsx'
import { Confidence } from '../../../parts/Confidence.tsx'
import { DefangSwitch } from '../../../parts/hostile/DefangSwitch.tsx'
import { useDates } from '../../../words/dates.ts'
import { useNumbers } from '../../../words/numbers.ts'
import { useSay, useWords } from '../../../words/use-words.ts'
import { webLogWords } from '../../../words/web-log.ts'
import { SampleLines } from './SampleLines.tsx'

/** What was looked for, kind by kind; each opens to the lines that show it. */
export function KindCard({ kinds }: { kinds: readonly ProbeSummary[] }) {
  const t = useWords(webLogWords)
  // What a reader should see first stands open: the first kind that was answered, or the first.
  const first = kinds.find(({ weight }) => weight === 'strong') ?? kinds[0]
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(first ? [first.kind] : []))
  const toggle = (kind: string) =>
    setOpen((before) => {
      const after = new Set(before)
      if (!after.delete(kind)) after.add(kind)
      return after
    })
  return (
    <Card title={t('kinds')} aside={kinds.length > 0 && <DefangSwitch />} padded={false}>
      {kinds.length === 0 ? (
        <div className="log-none">
          <p>{t('no-kinds')}</p>
          <p className="tiny quiet">{t('no-kinds-note')}</p>
        </div>
      ) : (
        <ul className="log-kinds">
          {kinds.map((kind) => (
            <Kind
              key={kind.kind}
              summary={kind}
              isOpen={open.has(kind.kind)}
              onToggle={() => toggle(kind.kind)}
            />
          ))}
        </ul>
      )}
    </Card>
  )
}

function Kind({
  summary,
  isOpen,
  onToggle,
}: {
  summary: ProbeSummary
  isOpen: boolean
  onToggle: () => void
}) {
  const t = useWords(webLogWords)
  const say = useSay()
  const title = say(summary.title)
  const Icon = isOpen ? IconChevronDown : IconChevronRight
  return (
    <li className="log-kind" data-open={isOpen || undefined}>
      <button
        type="button"
        className="log-kind-head"
        aria-expanded={isOpen}
        aria-label={t(isOpen ? 'hide' : 'show', { title })}
        onClick={onToggle}
      >
        <Icon size={16} aria-hidden="true" />
        <span className="log-kind-title">{title}</span>
        <Confidence weight={summary.weight} />
      </button>
      <p className="log-kind-say">{say(summary.say)}</p>
      <KindFigures summary={summary} />
      {isOpen && (
        <div className="log-kind-body">
          <h3 className="log-label">{t('marks')}</h3>
          <Marks marks={summary.marks} />
          <h3 className="log-label">{t('samples')}</h3>
          <SampleLines samples={summary.samples} />
        </div>
      )}
    </li>
  )
}

function KindFigures({ summary }: { summary: ProbeSummary }) {
  const t = useWords(webLogWords)
  const numbers = useNumbers()
  const dates = useDates()
  const { count, sources, answered, firstAt, lastAt } = summary
  return (
    <dl className="log-kind-figures">
      <div>
        <dt>{t('count')}</dt>
        <dd>{numbers.count(count)}</dd>
      </div>
      <div>
        <dt>{t('sources')}</dt>
        <dd>{numbers.count(sources)}</dd>
      </div>
      <div data-lit={answered > 0 || undefined}>
        <dt>{t('answered-short')}</dt>
        <dd>{numbers.count(answered)}</dd>
      </div>
      {firstAt !== undefined && lastAt !== undefined && (
        <div className="log-kind-span">
          <dt>{t('first-last')}</dt>
          <dd>
            {dates.short(firstAt)} – {dates.short(lastAt)}
          </dd>
        </div>
      )}
    </dl>
  )
}

function Marks({ marks }: { marks: ProbeSummary['marks'] }) {
  const numbers = useNumbers()
  return (
    <ul className="log-marks">
      {marks.map(({ label, count }) => (
        <li key={label}>
          <code>{label}</code> <span className="quiet">{numbers.count(count)}</span>
        </li>
      ))}
    </ul>
  )
}
