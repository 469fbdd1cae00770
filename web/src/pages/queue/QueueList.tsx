import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Queue, QueueRow } from 'contract/case'
import type { z } from 'zod'
import { toButtonClass } from '../../parts/Button.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Key } from '../../parts/Key.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { queueWords } from '../../words/queue.ts'
import { useWords } from '../../words/use-words.ts'
import { QueueLine } from './QueueLine.tsx'
import { countUnder, TABS, type Tab } from './tabs.ts'
import type { QueueGroup } from './to-groups.ts'

interface QueueListProps {
  readonly queue: UseQueryResult<z.infer<typeof Queue>>
  readonly groups: readonly QueueGroup[]
  readonly tab: Tab
  readonly now: number
  readonly selected: string | undefined
  readonly onTab: (tab: Tab) => void
  readonly onSelect: (row: QueueRow) => void
  readonly onOpen: (row: QueueRow) => void
}

/** Tabs, groups, rows, and the keys at the foot. */
export function QueueList({
  queue,
  groups,
  tab,
  now,
  selected,
  onTab,
  onSelect,
  onOpen,
}: QueueListProps) {
  const t = useWords(queueWords)
  return (
    <div className="split-list queue-list">
      <header className="queue-head">
        <p className="page-title">{t('title')}</p>
        <Tabs
          label={t('title')}
          tabs={TABS.map((name) => ({
            name,
            label: t(`tab-${name}`),
            count: queue.data && countUnder(queue.data.counts, name),
          }))}
          selected={tab}
          onSelect={onTab}
        />
      </header>
      <div className="queue-rows">
        <Loaded
          query={queue}
          shape={8}
          isEmpty={() => groups.length === 0}
          empty={<NothingWaits tab={tab} isBare={queue.data?.counts.all === 0} />}
        >
          {() =>
            groups.map(({ name, rows }) => (
              <section key={name}>
                <h2 className="queue-group">
                  <span>{t(`group-${name}`)}</span>
                  <span>{t('group-count', { count: rows.length })}</span>
                </h2>
                {rows.map((row) => (
                  <QueueLine
                    key={row.id}
                    row={row}
                    now={now}
                    isSelected={row.id === selected}
                    onSelect={() => onSelect(row)}
                    onOpen={() => onOpen(row)}
                  />
                ))}
              </section>
            ))
          }
        </Loaded>
      </div>
      <QueueKeys />
    </div>
  )
}

function NothingWaits({ tab, isBare }: { tab: Tab; isBare: boolean }) {
  const t = useWords(queueWords)
  const words = tab === 'others' || tab === 'unassigned' ? t(`nothing-${tab}`) : t('nothing')
  const toSteps = (
    <Link to="/first-run" className={toButtonClass('outline')}>
      {t('first-run')}
    </Link>
  )
  return (
    <Empty action={isBare ? toSteps : undefined}>
      {words} {t('nothing-next')}
    </Empty>
  )
}

function QueueKeys() {
  const t = useWords(queueWords)
  return (
    <footer className="queue-keys" aria-hidden="true">
      <Key name="j" />
      <Key name="k" /> {t('key-move')}
      <Key name="Enter" /> {t('key-open')}
      <Key name="c" /> {t('key-case')}
      <Key name="a" /> {t('key-assign')}
      <Key name="z" /> {t('key-undo')}
      <span className="push row">
        <Key name="?" /> {t('key-all')}
      </span>
    </footer>
  )
}
