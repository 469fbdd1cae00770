import { Link } from '@tanstack/react-router'
import { SubmissionState, SubmissionKind } from 'contract/intake'
import type { SubmissionRow } from 'contract/analysis'
import { useSubmissions } from '../../client/submissions.ts'
import { usePlace } from '../../frame/place.ts'
import { useAddress } from '../../frame/use-address.ts'
import { Card } from '../../parts/Card.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { type Column, DataTable } from '../../parts/DataTable.tsx'
import { FilterSelect, FilterText } from '../../parts/Filters.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { NotListedLine } from '../../parts/restriction/NotListedLine.tsx'
import { MorePages } from '../../parts/MorePages.tsx'
import { attackWords } from '../../words/attack.ts'
import { useDates } from '../../words/dates.ts'
import { intakeWords } from '../../words/intake.ts'
import { useNumbers } from '../../words/numbers.ts'
import { submissionWords } from '../../words/submission.ts'
import { useWords } from '../../words/use-words.ts'
import { DropHere } from './DropHere.tsx'

/** Everything that was sent, newest first, narrowed by what stands in the address. */
export function SubmissionsPage() {
  const t = useWords(submissionWords)
  const [address] = useAddress()
  usePlace([{ label: t('title') }])
  const filters = {
    state: SubmissionState.safeParse(address['state']).data,
    kind: SubmissionKind.safeParse(address['kind']).data,
    text: address['text'],
    assignee: address['assignee'],
    organisationId: address['organisationId'],
  }
  const isFiltered = Object.values(filters).some((value) => value !== undefined)
  const submissions = useSubmissions(filters)
  const columns = useColumns()
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t('title')}</h1>
        <FilterBar />
      </header>
      <Card padded={false}>
        <Loaded
          query={submissions}
          shape={8}
          empty={<p className="quiet">{t(isFiltered ? 'none' : 'none-yet')}</p>}
        >
          {(rows) => (
            <DataTable
              label={t('title')}
              columns={columns}
              rows={rows}
              toKey={({ submissionId }) => submissionId}
            />
          )}
        </Loaded>
      </Card>
      <MorePages of={submissions} />
      <NotListedLine kind="submission" />
      <DropHere />
    </div>
  )
}

function FilterBar() {
  const t = useWords(submissionWords)
  const intake = useWords(intakeWords)
  return (
    <div className="row-wrap push">
      <FilterText name="text" label={t('filter-text')} />
      <FilterSelect
        name="state"
        label={t('filter-state')}
        anyLabel={t('any')}
        choices={SubmissionState.options.map((value) => ({
          value,
          label: intake(`state-${value}`),
        }))}
      />
      <FilterSelect
        name="kind"
        label={t('filter-kind')}
        anyLabel={t('any')}
        choices={SubmissionKind.options.map((value) => ({ value, label: intake(`kind-${value}`) }))}
      />
    </div>
  )
}

function useColumns(): Column<SubmissionRow>[] {
  const t = useWords(submissionWords)
  const intake = useWords(intakeWords)
  const attack = useWords(attackWords)
  const dates = useDates()
  const numbers = useNumbers()
  return [
    {
      key: 'received',
      head: t('received'),
      width: '130px',
      isHiddenOnPhone: true,
      cell: ({ receivedAt }) => <span className="nowrap">{dates.short(receivedAt)}</span>,
    },
    {
      key: 'name',
      head: t('name'),
      cell: ({ submissionId, title, receipt, receivedAt }) => (
        <Link to={`/submissions/${submissionId}`} className="table-main">
          <span className="strong">
            <HostileText text={title || t('no-name')} />
          </span>
          <span className="mono quiet">
            {receipt}
            <span className="only-phone">　{dates.shortDay(receivedAt)}</span>
          </span>
        </Link>
      ),
    },
    {
      key: 'provider',
      head: t('provider'),
      isHiddenOnPhone: true,
      cell: ({ organisation, providerKind }) => (
        <span className="table-name">
          {organisation?.name ?? intake(`provider-${providerKind}`)}
        </span>
      ),
    },
    {
      key: 'classification',
      head: t('classification'),
      isHiddenOnPhone: true,
      cell: ({ classification }) => (classification === undefined ? '' : attack(classification)),
    },
    {
      key: 'mails',
      head: t('count-mails'),
      align: 'end',
      isHiddenOnPhone: true,
      cell: ({ mailCount }) => numbers.count(mailCount),
    },
    {
      key: 'findings',
      head: t('findings'),
      align: 'end',
      isHiddenOnPhone: true,
      cell: ({ findingCount }) => numbers.count(findingCount),
    },
    { key: 'state', head: t('state'), cell: (row) => <RowState row={row} /> },
    {
      key: 'assignee',
      head: t('assignee'),
      isHiddenOnPhone: true,
      cell: ({ assignee }) =>
        assignee?.name ?? <span className="quiet nowrap">{intake('no-assignee')}</span>,
    },
  ]
}

function RowState({ row: { analysis, state, caseId, caseNumber } }: { row: SubmissionRow }) {
  const intake = useWords(intakeWords)
  if (caseId !== undefined) {
    return (
      <Link to={`/cases/${caseId}`} className="mono">
        {caseNumber}
      </Link>
    )
  }
  if (analysis === 'failed') return <Chip tone="bad">{intake('analysis-failed')}</Chip>
  if (analysis !== 'done') return <Chip>{intake(`analysis-${analysis}`)}</Chip>
  return <Chip tone={state === 'analysed' ? 'info' : 'neutral'}>{intake(`state-${state}`)}</Chip>
}
