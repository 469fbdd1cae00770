import { Textarea, TextInput } from '@mantine/core'
import type { BulletinView } from 'contract/bulletin'
import { useState } from 'react'
import { ApiFailure, toSay } from '../../client/api-failure.ts'
import { useMoveBulletin } from '../../client/bulletins.ts'
import { Button } from '../../parts/Button.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { useToast } from '../../parts/toasts.ts'
import { bulletinWords } from '../../words/bulletin.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { isAboutValues, isRoundToEnd } from './is-about-values.ts'
import { dueInDays, toMoment } from './due-date.ts'

/** Providers work in days, not hours; the hub reminds them before the date. */
const DAYS_TO_ANSWER = 3

/** What the sheet says it does. */
const SAID = {
  leads: { title: 'approve-lead', act: 'approve-lead', say: 'approve-lead-say' },
  ending: { title: 'end-values-title', act: 'end-values', say: 'end-values-say' },
  values: { title: 'ask-values-title', act: 'ask-values', say: 'ask-values-say' },
  text: { title: 'ask-title', act: 'ask', say: 'ask-say' },
} as const

/** When the answer is due, a word to the providers, and openly asking for more than they wished. */
export function AskApprovalSheet({ view, onClose }: { view: BulletinView; onClose: () => void }) {
  const t = useWords(bulletinWords)
  const say = useSay()
  const toast = useToast()
  const move = useMoveBulletin(view.bulletinId)
  const [due, setDue] = useState(() => dueInDays(DAYS_TO_ANSWER, Date.now()))
  const [message, setMessage] = useState('')
  const [isBeyond, setBeyond] = useState(false)
  const [wasRefused, setRefused] = useState(false)
  // Nobody to ask: the same request becomes the lead's own approval.
  const isLeads = view.isHubSourced
  const isValues = isAboutValues(view)
  const isEnding = isRoundToEnd(view)
  const kind = isLeads ? 'leads' : isEnding ? 'ending' : isValues ? 'values' : 'text'
  const excess = view.state === 'checked' ? view.blockers : []

  const ask = () =>
    move.mutate(
      {
        move: 'ask-approval',
        body: {
          dueAt: toMoment(due),
          ...(message.trim() === '' ? {} : { message }),
          ...(isBeyond ? { beyondWishes: true } : {}),
        },
      },
      {
        onSuccess: ({ state }) => {
          // Answers that were there already may have settled it; then nobody was asked.
          const settled = { draft: 'ask-values-ended', approved: 'ask-approved' } as const
          const asked = isValues ? 'ask-values-done' : 'ask-done'
          toast({ say: t(state === 'draft' || state === 'approved' ? settled[state] : asked) })
          onClose()
        },
        onError: (error) => {
          setRefused(error instanceof ApiFailure && error.code === 'beyond-wishes')
          toast({ say: say(toSay(error)), isError: true })
        },
      },
    )
  return (
    <Sheet
      title={t(SAID[kind].title)}
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button kind="solid" busy={move.isPending} disabled={due.on === ''} onClick={ask}>
            {t(SAID[kind].act)}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="reason">{t(SAID[kind].say)}</p>
        {(excess.length > 0 || wasRefused) && (
          <div className="bench-notice">
            <div className="stack">
              <p>{t(isValues ? 'ask-beyond-values-say' : 'ask-beyond-say')}</p>
              <ul className="bench-list small">
                {excess.map((one) => (
                  <li key={one.en} className="reason">
                    {say(one)}
                  </li>
                ))}
              </ul>
              <label className="check-choice">
                <input
                  type="checkbox"
                  checked={isBeyond}
                  onChange={(event) => setBeyond(event.target.checked)}
                />
                {t('ask-beyond')}
              </label>
            </div>
          </div>
        )}
        {!isLeads && !isEnding && (
          <>
            <div className="row">
              <TextInput
                type="date"
                label={t('ask-due')}
                value={due.on}
                onChange={(event) => setDue({ ...due, on: event.target.value })}
              />
              <TextInput
                type="time"
                label="JST"
                value={due.at}
                onChange={(event) => setDue({ ...due, at: event.target.value })}
              />
            </div>
            <Textarea
              label={t('ask-message')}
              autosize
              minRows={3}
              maxLength={2000}
              value={message}
              onChange={(event) => setMessage(event.target.value)}
            />
          </>
        )}
      </div>
    </Sheet>
  )
}
