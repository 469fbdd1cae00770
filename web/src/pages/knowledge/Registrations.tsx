import type { RegistrationView } from 'contract/knowledge'
import { useState } from 'react'
import { useKnowledge } from '../../client/knowledge.ts'
import { Button } from '../../parts/Button.tsx'
import { type Column, DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useDates } from '../../words/dates.ts'
import { knowledgeWords } from '../../words/knowledge.ts'
import { useWords } from '../../words/use-words.ts'
import { RegistrationSheet } from './RegistrationSheet.tsx'
import { RemoveKnowledge } from './RemoveKnowledge.tsx'

/** When and by whom domains were registered, as analysts looked it up. */
export function Registrations({ mayChange }: { mayChange: boolean }) {
  const t = useWords(knowledgeWords)
  const knowledge = useKnowledge((all) => all.registrations)
  const [isAdding, setAdding] = useState(false)
  const columns = useRegistrationColumns(mayChange)
  const add = mayChange && (
    <Button size="s" kind="solid" onClick={() => setAdding(true)}>
      {t('registration-add')}
    </Button>
  )
  return (
    <>
      <Panel
        title={t('registrations')}
        query={knowledge}
        aside={add}
        empty={<Empty>{t('registrations-none')}</Empty>}
      >
        {(rows) => (
          <DataTable
            label={t('registrations')}
            columns={columns}
            rows={rows}
            toKey={({ domain }) => domain}
          />
        )}
      </Panel>
      {isAdding && <RegistrationSheet onClose={() => setAdding(false)} />}
    </>
  )
}

function useRegistrationColumns(mayChange: boolean): Column<RegistrationView>[] {
  const t = useWords(knowledgeWords)
  const dates = useDates()
  const known = (value: string | undefined) =>
    value === undefined ? (
      <span className="quiet">{t('unknown')}</span>
    ) : (
      <HostileText text={value} />
    )
  return [
    {
      key: 'domain',
      head: t('domain'),
      cell: ({ domain }) => (
        <span className="mono">
          <HostileText text={domain} />
        </span>
      ),
      sortBy: ({ domain }) => domain,
    },
    {
      key: 'registered',
      head: t('registered-on'),
      cell: ({ registeredOn }) => (
        <span className="nowrap">
          {registeredOn === undefined ? t('unknown') : dates.day(registeredOn)}
        </span>
      ),
      sortBy: ({ registeredOn }) => registeredOn ?? '',
    },
    {
      key: 'registrar',
      head: t('registrar'),
      isHiddenOnPhone: true,
      cell: ({ registrar }) => known(registrar),
    },
    {
      key: 'registrant',
      head: t('registrant'),
      isHiddenOnPhone: true,
      cell: ({ registrant }) => known(registrant),
    },
    {
      key: 'do',
      head: <span className="unseen">{t('remove')}</span>,
      align: 'end',
      cell: ({ domain }) =>
        mayChange && <RemoveKnowledge part="registrations" id={domain} name={domain} />,
    },
  ]
}
