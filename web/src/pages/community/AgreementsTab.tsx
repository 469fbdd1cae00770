import { Link } from '@tanstack/react-router'
import type { StandingRow } from 'contract/agreement'
import { useState } from 'react'
import { useStandings } from '../../client/agreements.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { type Column, DataTable } from '../../parts/DataTable.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { agreementWords } from '../../words/agreement.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { StandingState } from '../organisation/OwnAgreements.tsx'
import { AcceptSheet, EndSheet } from './AgreementSheets.tsx'
import { PublishSheet } from './PublishSheet.tsx'
import { useIsKeeper } from './use-keeper.ts'

/** Who is bound by what, who signed and waits for the hub, who is missing. */
export function AgreementsTab() {
  const t = useWords(agreementWords)
  const standings = useStandings()
  const columns = useColumns()
  const isKeeper = useIsKeeper()
  const [isPublishing, setPublishing] = useState(false)
  return (
    <>
      <div className="row-wrap">
        <p className="small quiet">{t('tab-say')}</p>
        {isKeeper && (
          <span className="push">
            <Button size="s" onClick={() => setPublishing(true)}>
              {t('publish')}
            </Button>
          </span>
        )}
      </div>
      <Card padded={false}>
        <Loaded query={standings} shape={8} empty={<p className="card-body quiet">{t('none')}</p>}>
          {(rows) => (
            <DataTable
              label={t('title')}
              columns={columns}
              rows={rows}
              toKey={({ organisationId, groupId }) => `${organisationId} ${groupId}`}
            />
          )}
        </Loaded>
      </Card>
      {isPublishing && <PublishSheet onClose={() => setPublishing(false)} />}
    </>
  )
}

function useColumns(): Column<StandingRow>[] {
  const t = useWords(agreementWords)
  const say = useSay()
  const isKeeper = useIsKeeper()
  const columns: Column<StandingRow>[] = [
    {
      key: 'organisation',
      head: t('organisation'),
      cell: ({ organisationId, organisation, group }) => (
        <span className="table-main">
          <Link to={`/organisations/${organisationId}`}>{organisation}</Link>
          <span className="only-phone tiny quiet">{say(group)}</span>
        </span>
      ),
      sortBy: ({ organisation }) => organisation,
    },
    {
      key: 'group',
      head: t('group'),
      isHiddenOnPhone: true,
      cell: ({ group }) => <span className="table-name">{say(group)}</span>,
    },
    {
      key: 'kind',
      head: t('kind'),
      isHiddenOnPhone: true,
      cell: ({ kind }) => t(kind),
    },
    { key: 'state', head: t('state'), cell: (row) => <StandingState standing={row} /> },
  ]
  if (!isKeeper) return columns
  return [
    ...columns,
    {
      key: 'act',
      head: <span className="unseen">{t('state')}</span>,
      align: 'end',
      cell: (row) => <Act row={row} />,
    },
  ]
}

function Act({ row }: { row: StandingRow }) {
  const t = useWords(agreementWords)
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  if (row.waiting === undefined && row.inForce === undefined) return null
  const accepts = row.waiting !== undefined
  return (
    <>
      <Button size="s" kind={accepts ? 'outline' : 'quiet'} onClick={() => setOpen(true)}>
        {t(accepts ? 'accept' : 'end')}
      </Button>
      {isOpen &&
        (accepts ? (
          <AcceptSheet row={row} onClose={close} />
        ) : (
          <EndSheet row={row} onClose={close} />
        ))}
    </>
  )
}
