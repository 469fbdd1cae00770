import type { BulletinView, Readers } from 'contract/bulletin'
import type { z } from 'zod'
import { useReaders } from '../../../client/bulletins.ts'
import { Panel } from '../../../parts/Panel.tsx'
import { type Column, DataTable } from '../../../parts/DataTable.tsx'
import { bulletinReleaseWords } from '../../../words/bulletin-release.ts'
import { useDates } from '../../../words/dates.ts'
import { useNumbers } from '../../../words/numbers.ts'
import { partsWords } from '../../../words/parts.ts'
import { useWords } from '../../../words/use-words.ts'

type Answer = z.output<typeof Readers>['answers'][number]

const ANSWERS = ['got-it', 'blocked', 'not-found', 'false-alarm'] as const

/** What readers answered, in numbers and one by one, and who has opened it. For the hub alone. */
export function FeedbackPanel({ view }: { view: BulletinView }) {
  const t = useWords(bulletinReleaseWords)
  const readers = useReaders(view.bulletinId)
  const columns = useColumns()
  return (
    <Panel
      title={t('answers')}
      aside={view.feedback !== undefined && t('read-count', { read: view.feedback.read })}
      query={readers}
    >
      {(loaded) => (
        <>
          <Counts view={view} />
          {loaded.answers.length === 0 ? (
            <p className="review-line small quiet">{t('answers-none')}</p>
          ) : (
            <DataTable
              label={t('answers')}
              columns={columns}
              rows={loaded.answers}
              toKey={({ organisationId }) => organisationId}
            />
          )}
          <ReaderList readers={loaded.readers} />
        </>
      )}
    </Panel>
  )
}

function Counts({ view: { feedback } }: { view: BulletinView }) {
  const t = useWords(bulletinReleaseWords)
  const parts = useWords(partsWords)
  const numbers = useNumbers()
  if (feedback === undefined) return null
  return (
    <dl className="review-counts">
      {ANSWERS.map((answer) => (
        <div key={answer}>
          <dt>{parts(`feedback-${answer}`)}</dt>
          <dd>{numbers.count(feedback[answer])}</dd>
        </div>
      ))}
      <div>
        <dt>{t('unanswered')}</dt>
        <dd>{numbers.count(feedback.unanswered)}</dd>
      </div>
    </dl>
  )
}

function useColumns(): Column<Answer>[] {
  const t = useWords(bulletinReleaseWords)
  const parts = useWords(partsWords)
  const dates = useDates()
  return [
    {
      key: 'organisation',
      head: t('organisation'),
      cell: ({ organisation, note }) => (
        <span className="table-main">
          {organisation}
          {note !== undefined && <span className="tiny quiet reason">{note}</span>}
        </span>
      ),
    },
    { key: 'answer', head: t('answer'), cell: ({ answer }) => parts(`feedback-${answer}`) },
    {
      key: 'detail',
      head: t('detail'),
      isHiddenOnPhone: true,
      cell: ({ count, firstSeenOn, lastSeenOn }) => (
        <span className="tiny">
          {count !== undefined && t('mails', { count })}{' '}
          {[firstSeenOn, lastSeenOn]
            .filter((day) => day !== undefined)
            .map(dates.shortDay)
            .join(' – ')}
        </span>
      ),
    },
    {
      key: 'when',
      head: t('when'),
      isHiddenOnPhone: true,
      cell: ({ answeredAt }) => <span className="nowrap tiny">{dates.short(answeredAt)}</span>,
    },
  ]
}

function ReaderList({ readers }: Pick<z.output<typeof Readers>, 'readers'>) {
  const t = useWords(bulletinReleaseWords)
  const dates = useDates()
  return (
    <details className="review-line">
      <summary>{t('readers')}</summary>
      {readers.length === 0 && <p className="small quiet">{t('readers-none')}</p>}
      <ul className="small">
        {readers.map(({ organisationId, organisation, name, readAt }) => (
          <li key={`${organisationId} ${name} ${readAt}`} className="row-wrap">
            <span>{organisation}</span>
            <span className="quiet">{name}</span>
            <span className="push quiet nowrap">{dates.short(readAt)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
