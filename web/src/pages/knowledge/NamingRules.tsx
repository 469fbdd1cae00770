import type { NamingRuleView } from 'contract/knowledge'
import { useState } from 'react'
import { useKnowledge } from '../../client/knowledge.ts'
import { Button } from '../../parts/Button.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { type Column, DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { knowledgeWords } from '../../words/knowledge.ts'
import { useWords } from '../../words/use-words.ts'
import { NamingRuleSheet } from './NamingRuleSheet.tsx'
import { RemoveKnowledge } from './RemoveKnowledge.tsx'

/** By which words campaigns build their sender addresses. */
export function NamingRules({ mayChange }: { mayChange: boolean }) {
  const t = useWords(knowledgeWords)
  const knowledge = useKnowledge((all) => all.namingRules)
  const [isAdding, setAdding] = useState(false)
  const columns = useNamingColumns(mayChange)
  const add = mayChange && (
    <Button size="s" kind="solid" onClick={() => setAdding(true)}>
      {t('naming-add')}
    </Button>
  )
  return (
    <>
      <Panel
        title={t('naming-rules')}
        query={knowledge}
        aside={add}
        empty={<Empty>{t('naming-none')}</Empty>}
      >
        {(rows) => (
          <DataTable
            label={t('naming-rules')}
            columns={columns}
            rows={rows}
            toKey={({ namingRuleId }) => namingRuleId}
          />
        )}
      </Panel>
      {isAdding && <NamingRuleSheet onClose={() => setAdding(false)} />}
    </>
  )
}

function useNamingColumns(mayChange: boolean): Column<NamingRuleView>[] {
  const t = useWords(knowledgeWords)
  return [
    {
      key: 'title',
      head: t('name'),
      cell: ({ title }) => <span className="strong">{title}</span>,
      sortBy: ({ title }) => title,
    },
    {
      key: 'words',
      head: t('words'),
      cell: ({ words }) => (
        <span className="naming-words mono">
          {words.map((set, at) => (
            <Chip key={at}>{set.join(' | ')}</Chip>
          ))}
        </span>
      ),
    },
    {
      key: 'do',
      head: <span className="unseen">{t('remove')}</span>,
      align: 'end',
      cell: ({ namingRuleId, title }) =>
        mayChange && <RemoveKnowledge part="naming-rules" id={namingRuleId} name={title} />,
    },
  ]
}
