import { Link } from '@tanstack/react-router'
import type { BulletinRow } from 'contract/bulletin'
import type { z } from 'zod'
import { BulletinStateChip } from '../../parts/BulletinStateChip.tsx'
import type { Column } from '../../parts/DataTable.tsx'
import { TlpLabel } from '../../parts/TlpLabel.tsx'
import { bulletinWords } from '../../words/bulletin.ts'
import { useDates } from '../../words/dates.ts'
import { useNumbers } from '../../words/numbers.ts'
import { partsWords } from '../../words/parts.ts'
import { useSay, useWords } from '../../words/use-words.ts'

type Row = z.output<typeof BulletinRow>

export function useBulletinColumns(): Column<Row>[] {
  const t = useWords(bulletinWords)
  const dates = useDates()
  const say = useSay()
  return [
    { key: 'name', head: t('name'), cell: (row) => <Name row={row} /> },
    {
      key: 'state',
      head: t('filter-state'),
      cell: ({ state }) => <BulletinStateChip state={state} />,
    },
    { key: 'tlp', head: 'TLP', isHiddenOnPhone: true, cell: ({ tlp }) => <TlpLabel tlp={tlp} /> },
    {
      key: 'groups',
      head: t('groups'),
      isHiddenOnPhone: true,
      cell: ({ groups }) =>
        groups.length === 0 ? (
          <span className="quiet">{t('audience-none')}</span>
        ) : (
          <Groups names={groups.map(say)} />
        ),
    },
    {
      key: 'answers',
      head: t('answers'),
      isHiddenOnPhone: true,
      cell: ({ feedback }) => feedback !== undefined && <Answers feedback={feedback} />,
    },
    {
      key: 'updated',
      head: t('updated'),
      isHiddenOnPhone: true,
      cell: ({ updatedAt }) => <span className="nowrap">{dates.short(updatedAt)}</span>,
    },
  ]
}

/** Groups named in a row; the rest is counted. */
const GROUPS_SHOWN = 4

function Groups({ names }: { names: readonly string[] }) {
  const t = useWords(bulletinWords)
  const more = names.length - GROUPS_SHOWN
  return (
    <span title={names.join('・')}>
      {names.slice(0, GROUPS_SHOWN).join('・')}
      {more > 0 && <span className="quiet nowrap"> {t('groups-more', { count: more })}</span>}
    </span>
  )
}

function Name({ row }: { row: Row }) {
  const t = useWords(bulletinWords)
  const say = useSay()
  return (
    <Link to={`/bulletins/${row.bulletinId}`} className="table-main">
      <span className="strong">{say(row.title)}</span>
      <span className="quiet">
        <span className="mono nowrap">{row.number}</span>
        {row.version > 1 && `・${t('version', { version: row.version })}`}
        {row.caseNumber !== undefined && <span className="mono nowrap">・{row.caseNumber}</span>}
        {row.isHubSourced && `・${t('hub-sourced')}`}
      </span>
    </Link>
  )
}

const ANSWERS = ['got-it', 'blocked', 'not-found', 'false-alarm'] as const

/** Organisations by answer, and those that have not answered. */
function Answers({ feedback }: { feedback: NonNullable<Row['feedback']> }) {
  const t = useWords(bulletinWords)
  const parts = useWords(partsWords)
  const numbers = useNumbers()
  const given = ANSWERS.filter((answer) => feedback[answer] > 0)
  return (
    <span className="tiny table-main">
      {given.map((answer) => (
        <span key={answer} className="nowrap">
          {parts(`feedback-${answer}`)} {numbers.count(feedback[answer])}
        </span>
      ))}
      <span className="nowrap quiet">
        {t('unanswered')} {numbers.count(feedback.unanswered)}
      </span>
    </span>
  )
}
