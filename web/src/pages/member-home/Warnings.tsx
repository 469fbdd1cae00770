import { useState } from 'react'
import { useInbox } from '../../client/inbox.ts'
import { Panel } from '../../parts/Panel.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { memberWords } from '../../words/member.ts'
import { useWords } from '../../words/use-words.ts'
import { WarningRow } from './WarningRow.tsx'

/** Warnings with their four answers; what is unanswered comes first. */
export function Warnings() {
  const t = useWords(memberWords)
  const inbox = useInbox()
  const rows = inbox.data ?? []
  const open = rows.filter((row) => row.feedback === undefined && row.state === 'released')
  const [chosen, choose] = useState<'unanswered' | 'all'>()
  const tab = chosen ?? (open.length > 0 ? 'unanswered' : 'all')
  return (
    <Panel
      title={t('warnings')}
      query={inbox}
      empty={t('no-warnings')}
      aside={
        <Tabs
          label={t('warnings')}
          selected={tab}
          onSelect={choose}
          tabs={[
            { name: 'unanswered', label: t('tab-unanswered'), count: open.length },
            { name: 'all', label: t('tab-all'), count: rows.length },
          ]}
        />
      }
    >
      {(loaded) => {
        const shown = tab === 'all' ? loaded : open
        if (shown.length === 0) return <p className="loaded-empty">{t('no-unanswered')}</p>
        return (
          <ul>
            {shown.map((row) => (
              <WarningRow key={row.releaseId} row={row} />
            ))}
          </ul>
        )
      }}
    </Panel>
  )
}
