import type { YaraRuleView } from 'contract/knowledge'
import { useState } from 'react'
import { useKnowledge } from '../../client/knowledge.ts'
import { Button } from '../../parts/Button.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { type Column, DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useDates } from '../../words/dates.ts'
import { knowledgeWords } from '../../words/knowledge.ts'
import { useWords } from '../../words/use-words.ts'
import { RemoveKnowledge } from './RemoveKnowledge.tsx'
import { RuleSheet } from './RuleSheet.tsx'

/** The hub's own YARA rules. */
export function Rules({ mayChange }: { mayChange: boolean }) {
  const t = useWords(knowledgeWords)
  const knowledge = useKnowledge((all) => all.rules)
  const [edited, setEdited] = useState<YaraRuleView | 'new' | undefined>()
  const columns = useRuleColumns(mayChange ? setEdited : undefined)
  const add = mayChange && (
    <Button size="s" kind="solid" onClick={() => setEdited('new')}>
      {t('rule-add')}
    </Button>
  )
  return (
    <>
      <Panel
        title={t('rules')}
        query={knowledge}
        aside={add}
        empty={<Empty>{t('rules-none')}</Empty>}
      >
        {(rows) => (
          <DataTable
            label={t('rules')}
            columns={columns}
            rows={rows}
            toKey={({ ruleId }) => ruleId}
          />
        )}
      </Panel>
      {edited !== undefined && (
        <RuleSheet
          {...(edited !== 'new' && { rule: edited })}
          onClose={() => setEdited(undefined)}
        />
      )}
    </>
  )
}

function useRuleColumns(
  onEdit: ((rule: YaraRuleView) => void) | undefined,
): Column<YaraRuleView>[] {
  const t = useWords(knowledgeWords)
  const dates = useDates()
  return [
    {
      key: 'name',
      head: t('name'),
      cell: ({ name }) => <span className="strong">{name}</span>,
      sortBy: ({ name }) => name,
    },
    {
      key: 'state',
      head: t('state'),
      cell: ({ isEnabled }) => (
        <Chip {...(isEnabled && { tone: 'ok' as const })}>
          {isEnabled ? t('state-on') : t('state-off')}
        </Chip>
      ),
    },
    {
      key: 'findings',
      head: t('findings'),
      align: 'end',
      cell: ({ findingCount }) => findingCount,
      sortBy: ({ findingCount }) => findingCount,
    },
    {
      key: 'saved',
      head: t('saved'),
      isHiddenOnPhone: true,
      cell: ({ savedAt, savedBy }) => (
        <span className="nowrap">
          {dates.shortDay(savedAt)} {savedBy}
        </span>
      ),
      sortBy: ({ savedAt }) => savedAt,
    },
    {
      key: 'do',
      head: <span className="unseen">{t('edit')}</span>,
      align: 'end',
      cell: (rule) =>
        onEdit && (
          <span className="row">
            <Button size="s" kind="quiet" onClick={() => onEdit(rule)}>
              {t('edit')}
            </Button>
            <RemoveKnowledge part="rules" id={rule.ruleId} name={rule.name} />
          </span>
        ),
    },
  ]
}
