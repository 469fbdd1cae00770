import type { SessionRow } from 'contract/people'
import { useState } from 'react'
import type { z } from 'zod'
import { toSay } from '../../client/api-failure.ts'
import { useEndSession, useSessions } from '../../client/settings.ts'
import { Button } from '../../parts/Button.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { type Column, DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useToast } from '../../parts/toasts.ts'
import { useDates } from '../../words/dates.ts'
import { settingsWords } from '../../words/settings.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { EndOthersSheet } from './EndOthersSheet.tsx'

type Session = z.output<typeof SessionRow>

/** Browsers in which one is signed in, each to be ended at once. */
export function SessionsCard() {
  const t = useWords(settingsWords)
  const sessions = useSessions()
  const columns = useColumns()
  const [isEnding, setEnding] = useState(false)
  return (
    <Panel
      title={t('sessions')}
      query={sessions}
      shape={2}
      aside={
        (sessions.data ?? []).length > 1 && (
          <Button size="s" onClick={() => setEnding(true)}>
            {t('end-others')}
          </Button>
        )
      }
    >
      {(rows) => (
        <>
          <p className="small quiet card-note">{t('sessions-say')}</p>
          <DataTable
            label={t('sessions')}
            columns={columns}
            rows={rows}
            toKey={({ sessionId }) => sessionId}
          />
          {isEnding && <EndOthersSheet onClose={() => setEnding(false)} />}
        </>
      )}
    </Panel>
  )
}

function useColumns(): Column<Session>[] {
  const t = useWords(settingsWords)
  const dates = useDates()
  return [
    {
      key: 'browser',
      head: t('browser'),
      // A program that does not say what it is.
      cell: ({ browser }) =>
        browser === '-' ? <span className="quiet">{t('browser-unknown')}</span> : browser,
    },
    {
      key: 'since',
      head: t('since'),
      isHiddenOnPhone: true,
      cell: ({ createdAt }) => <span className="nowrap">{dates.short(createdAt)}</span>,
    },
    {
      key: 'seen',
      head: t('seen'),
      cell: ({ lastSeenAt }) => <span className="nowrap">{dates.short(lastSeenAt)}</span>,
    },
    {
      key: 'end',
      head: <span className="unseen">{t('end')}</span>,
      align: 'end',
      cell: (session) =>
        session.current ? <Chip tone="ok">{t('here')}</Chip> : <EndButton session={session} />,
    },
  ]
}

function EndButton({ session: { sessionId, browser } }: { session: Session }) {
  const t = useWords(settingsWords)
  const say = useSay()
  const toast = useToast()
  const end = useEndSession()
  const send = () =>
    end.mutate(sessionId, {
      onSuccess: () => toast({ say: t('ended', { browser }) }),
      onError: (error) => toast({ say: say(toSay(error)), isError: true }),
    })
  return (
    <Button size="s" kind="quiet" busy={end.isPending} onClick={send}>
      {t('end')}
    </Button>
  )
}
