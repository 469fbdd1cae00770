import { useNavigate } from '@tanstack/react-router'
import type { QueueRow } from 'contract/case'
import { useMemo } from 'react'
import { useQueue } from '../../client/queue.ts'
import { usePlace } from '../../frame/place.ts'
import { useAddress } from '../../frame/use-address.ts'
import { useKeys } from '../../frame/use-keys.ts'
import { DefangProvider } from '../../parts/hostile/DefangProvider.tsx'
import { queueWords } from '../../words/queue.ts'
import { useWords } from '../../words/use-words.ts'
import { QueueDetail } from './QueueDetail.tsx'
import { QueueList } from './QueueList.tsx'
import { isUnderTab, TABS } from './tabs.ts'
import { toGroups } from './to-groups.ts'
import { useNow } from './use-now.ts'
import './QueuePage.css'

/** The analyst's home: what waits, why, for how long, whose it is, and enough to decide. */
export function QueuePage() {
  const t = useWords(queueWords)
  const [address, setAddress] = useAddress()
  const navigate = useNavigate()
  const now = useNow()
  const queue = useQueue()
  usePlace([{ label: t('title') }])

  const tab = TABS.find((name) => name === address['tab']) ?? 'me'
  const groups = useMemo(
    () =>
      toGroups(
        (queue.data?.rows ?? []).filter((row) => isUnderTab(row, tab)),
        now,
      ),
    [queue.data, tab, now],
  )
  const rows = groups.flatMap((group) => group.rows)
  const chosen = rows.findIndex(({ id }) => id === address['row'])
  const row = rows[chosen] ?? rows[0]

  const choose = (index: number) => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, index))]
    if (next !== undefined) setAddress({ row: next.id })
  }
  /** The row leaves; the one after it takes its place, so that the eye keeps its own. */
  const goOn = () => {
    const next = rows[rows.findIndex(({ id }) => id === row?.id) + 1]
    setAddress({ row: next?.id })
  }
  const open = (which: QueueRow | undefined) => {
    if (which !== undefined) void navigate({ to: which.href })
  }
  useKeys({
    j: () => choose(chosen + 1),
    k: () => choose(Math.max(0, chosen) - 1),
    Enter: () => open(row),
  })

  return (
    <DefangProvider>
      <div className="split" data-open={chosen >= 0 ? '' : undefined}>
        <h1 className="unseen">{t('title')}</h1>
        <QueueList
          queue={queue}
          groups={groups}
          tab={tab}
          now={now}
          selected={row?.id}
          onTab={(name) => setAddress({ tab: name === 'me' ? undefined : name, row: undefined })}
          onSelect={({ id }) => setAddress({ row: id })}
          onOpen={open}
        />
        <div className="split-detail">
          {row === undefined ? (
            queue.isSuccess && <p className="queue-choose quiet">{t('choose')}</p>
          ) : (
            <QueueDetail
              key={row.id}
              row={row}
              onMoved={goOn}
              onBack={() => setAddress({ row: undefined })}
            />
          )}
        </div>
      </div>
    </DefangProvider>
  )
}
