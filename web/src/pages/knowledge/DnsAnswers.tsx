import type { DnsAnswerView } from 'contract/knowledge'
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
import { DnsAnswersSheet } from './DnsAnswersSheet.tsx'
import { RemoveKnowledge } from './RemoveKnowledge.tsx'

/** Public keys and policies of senders, as analysts looked them up. */
export function DnsAnswers({ mayChange }: { mayChange: boolean }) {
  const t = useWords(knowledgeWords)
  const knowledge = useKnowledge((all) => all.dnsAnswers)
  const [isAdding, setAdding] = useState(false)
  const columns = useAnswerColumns(mayChange)
  const add = mayChange && (
    <Button size="s" kind="solid" onClick={() => setAdding(true)}>
      {t('dns-add')}
    </Button>
  )
  return (
    <>
      <Panel
        title={t('dns-answers')}
        query={knowledge}
        aside={add}
        empty={<Empty>{t('dns-none')}</Empty>}
      >
        {(rows) => (
          <DataTable label={t('dns-answers')} columns={columns} rows={rows} toKey={toKey} />
        )}
      </Panel>
      {isAdding && <DnsAnswersSheet onClose={() => setAdding(false)} />}
    </>
  )
}

const toKey = ({ type, name }: DnsAnswerView) => `${type}:${name}`

function useAnswerColumns(mayChange: boolean): Column<DnsAnswerView>[] {
  const t = useWords(knowledgeWords)
  const dates = useDates()
  return [
    {
      key: 'name',
      head: t('dns-name'),
      cell: ({ name }) => (
        <span className="mono dns-name">
          <HostileText text={name} />
        </span>
      ),
      sortBy: ({ name }) => name,
    },
    {
      key: 'type',
      head: t('dns-type'),
      isHiddenOnPhone: true,
      cell: ({ type }) => <span className="mono">{type}</span>,
      sortBy: ({ type }) => type,
    },
    {
      key: 'values',
      head: t('dns-values'),
      isHiddenOnPhone: true,
      cell: ({ values }) => <Values values={values} />,
    },
    {
      key: 'recorded',
      head: t('recorded-on'),
      cell: ({ recordedOn }) => <span className="nowrap">{dates.day(recordedOn)}</span>,
      sortBy: ({ recordedOn }) => recordedOn,
    },
    {
      key: 'do',
      head: <span className="unseen">{t('remove')}</span>,
      align: 'end',
      cell: (answer) =>
        mayChange && (
          <RemoveKnowledge
            part="dns-answers"
            id={toKey(answer)}
            name={`${answer.type} ${answer.name}`}
          />
        ),
    },
  ]
}

function Values({ values }: { values: readonly string[] }) {
  const t = useWords(knowledgeWords)
  if (values.length === 0) return <span className="quiet">{t('dns-no-values')}</span>
  return (
    <ul className="dns-values mono">
      {values.map((value) => (
        <li key={value}>
          <HostileText text={value} />
        </li>
      ))}
    </ul>
  )
}
