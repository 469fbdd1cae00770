import { Link } from '@tanstack/react-router'
import type { OrganisationRow } from 'contract/community'
import { useState } from 'react'
import type { z } from 'zod'
import { useOrganisations } from '../../client/community.ts'
import { useAddress } from '../../frame/use-address.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { type Column, DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { FilterSelect, FilterText } from '../../parts/Filters.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { communityWords } from '../../words/community.ts'
import { useNumbers } from '../../words/numbers.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { RegisterSheet } from './RegisterSheet.tsx'
import { toIndustryWords } from '../../words/to-industry-words.ts'
import { useIsKeeper } from './use-keeper.ts'

type Row = z.output<typeof OrganisationRow>
const KINDS = ['company', 'association', 'public-body'] as const

/** The register: every organisation, narrowed by what stands in the address. */
export function OrganisationsTab() {
  const t = useWords(communityWords)
  const [address] = useAddress()
  const [isRegistering, setRegistering] = useState(false)
  const organisations = useOrganisations()
  const columns = useColumns()
  const isKeeper = useIsKeeper()
  return (
    <>
      <div className="row-wrap">
        <FilterText name="text" label={t('filter-text')} />
        <FilterSelect
          name="kind"
          label={t('organisation-kind')}
          anyLabel={t('filter-any')}
          choices={KINDS.map((value) => ({ value, label: t(`kind-${value}`) }))}
        />
        {isKeeper && (
          <span className="push">
            <Button size="s" onClick={() => setRegistering(true)}>
              {t('register')}
            </Button>
          </span>
        )}
      </div>
      <Card padded={false}>
        <Loaded query={organisations} shape={8} empty={<Empty>{t('organisations-none')}</Empty>}>
          {(rows) => {
            const shown = rows.filter((row) => isMatch(row, address['text'], address['kind']))
            if (shown.length === 0) {
              return (
                <div className="loaded-empty">
                  <Empty>{t('organisations-not-found')}</Empty>
                </div>
              )
            }
            return (
              <DataTable
                label={t('tab-organisations')}
                columns={columns}
                rows={shown}
                toKey={({ organisationId }) => organisationId}
              />
            )
          }}
        </Loaded>
      </Card>
      {isRegistering && <RegisterSheet onClose={() => setRegistering(false)} />}
    </>
  )
}

function isMatch(row: Row, text: string | undefined, kind: string | undefined): boolean {
  if (kind !== undefined && row.kind !== kind) return false
  if (text === undefined) return true
  const wanted = fold(text)
  return [row.name, ...row.groups.flatMap(({ ja, en }) => [ja, en])].some((words) =>
    fold(words).includes(wanted),
  )
}

/** Full-width and half-width letters are the same to a reader. */
const fold = (text: string) => text.normalize('NFKC').toLowerCase()

function useColumns(): Column<Row>[] {
  const t = useWords(communityWords)
  const say = useSay()
  const numbers = useNumbers()
  const industry = toIndustryWords(t)
  return [
    {
      key: 'name',
      head: t('name'),
      cell: ({ organisationId, name }) => (
        <Link to={`/organisations/${organisationId}`} className="strong">
          {name}
        </Link>
      ),
      sortBy: ({ name }) => name,
    },
    {
      key: 'kind',
      head: t('organisation-kind'),
      isHiddenOnPhone: true,
      cell: ({ kind }) => t(`kind-${kind}`),
      sortBy: ({ kind }) => kind,
    },
    {
      key: 'industry',
      head: t('industry'),
      isHiddenOnPhone: true,
      cell: (row) => industry(row.industry),
      sortBy: (row) => row.industry,
    },
    {
      key: 'groups',
      head: t('groups'),
      cell: ({ groups }) =>
        groups.length === 0 ? (
          <span className="quiet">{t('no-group')}</span>
        ) : (
          groups.map(say).join('・')
        ),
    },
    {
      key: 'constituents',
      head: t('constituents'),
      align: 'end',
      isHiddenOnPhone: true,
      cell: ({ constituentCount }) => constituentCount > 0 && numbers.count(constituentCount),
    },
  ]
}
