import { Link } from '@tanstack/react-router'
import { type CaseRow, CaseState } from 'contract/case'
import { Classification } from 'contract/common'
import { useCases } from '../../client/cases.ts'
import { usePlace } from '../../frame/place.ts'
import { useAddress } from '../../frame/use-address.ts'
import { Card } from '../../parts/Card.tsx'
import { type Column, DataTable } from '../../parts/DataTable.tsx'
import { FilterSelect, FilterText } from '../../parts/Filters.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { CaseStateChip } from '../../parts/CaseStateChip.tsx'
import { NotListedLine } from '../../parts/restriction/NotListedLine.tsx'
import { MorePages } from '../../parts/MorePages.tsx'
import { attackWords } from '../../words/attack.ts'
import { caseWords } from '../../words/case.ts'
import { useDates } from '../../words/dates.ts'
import { intakeWords } from '../../words/intake.ts'
import { useNumbers } from '../../words/numbers.ts'
import { useWords } from '../../words/use-words.ts'

/** Every case, newest first, narrowed by what stands in the address. */
export function CasesPage() {
  const t = useWords(caseWords)
  const [address] = useAddress()
  usePlace([{ label: t('title') }])
  const filters = {
    state: CaseState.safeParse(address['state']).data,
    classification: Classification.safeParse(address['classification']).data,
    text: address['text'],
  }
  const isFiltered = Object.values(filters).some((value) => value !== undefined)
  const cases = useCases(filters)
  const columns = useColumns()
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t('title')}</h1>
        <FilterBar />
      </header>
      <Card padded={false}>
        <Loaded
          query={cases}
          shape={8}
          empty={<p className="quiet">{t(isFiltered ? 'none' : 'none-yet')}</p>}
        >
          {(rows) => (
            <DataTable
              label={t('title')}
              columns={columns}
              rows={rows}
              toKey={({ caseId }) => caseId}
            />
          )}
        </Loaded>
      </Card>
      <MorePages of={cases} />
      <NotListedLine kind="case" />
    </div>
  )
}

function FilterBar() {
  const t = useWords(caseWords)
  const attack = useWords(attackWords)
  return (
    <div className="row-wrap push">
      <FilterText name="text" label={t('filter-text')} />
      <FilterSelect
        name="state"
        label={t('filter-state')}
        anyLabel={t('filter-any')}
        choices={CaseState.options.map((value) => ({ value, label: t(`state-${value}`) }))}
      />
      <FilterSelect
        name="classification"
        label={t('filter-classification')}
        anyLabel={t('filter-any')}
        choices={Classification.options.map((value) => ({ value, label: attack(value) }))}
      />
    </div>
  )
}

function useColumns(): Column<CaseRow>[] {
  const t = useWords(caseWords)
  const attack = useWords(attackWords)
  const intake = useWords(intakeWords)
  const dates = useDates()
  const numbers = useNumbers()
  return [
    {
      key: 'opened',
      head: t('opened'),
      width: '110px',
      isHiddenOnPhone: true,
      cell: ({ openedAt }) => <span className="nowrap">{dates.shortDay(openedAt)}</span>,
    },
    {
      key: 'name',
      head: t('name'),
      cell: ({ caseId, title, number }) => (
        <Link to={`/cases/${caseId}`} className="table-main">
          <span className="strong">
            <HostileText text={title} />
          </span>
          <span className="mono quiet">{number}</span>
        </Link>
      ),
    },
    {
      key: 'classification',
      head: t('classification'),
      isHiddenOnPhone: true,
      cell: ({ classification }) => attack(classification),
    },
    {
      key: 'submissions',
      head: t('submissions'),
      align: 'end',
      isHiddenOnPhone: true,
      cell: ({ submissionCount }) => numbers.count(submissionCount),
    },
    {
      key: 'providers',
      head: t('providers'),
      align: 'end',
      isHiddenOnPhone: true,
      cell: ({ providerCount }) => numbers.count(providerCount),
    },
    { key: 'state', head: t('filter-state'), cell: ({ state }) => <CaseStateChip state={state} /> },
    {
      key: 'bulletins',
      head: t('bulletins'),
      isHiddenOnPhone: true,
      cell: ({ bulletins }) =>
        bulletins.map(({ bulletinId, number }) => (
          <Link key={bulletinId} to={`/bulletins/${bulletinId}`} className="mono row">
            {number}
          </Link>
        )),
    },
    {
      key: 'assignee',
      head: t('assignee'),
      isHiddenOnPhone: true,
      cell: ({ assignee }) =>
        assignee?.name ?? <span className="quiet nowrap">{intake('no-assignee')}</span>,
    },
  ]
}
