import { Checkbox, Textarea } from '@mantine/core'
import type { BulletinView } from 'contract/bulletin'
import { useState } from 'react'
import { ApiFailure, toSay } from '../../../client/api-failure.ts'
import { useMoveBulletin } from '../../../client/bulletins.ts'
import { Button } from '../../../parts/Button.tsx'
import { Sheet } from '../../../parts/Sheet.tsx'
import { useToast } from '../../../parts/toasts.ts'
import { bulletinReleaseWords } from '../../../words/bulletin-release.ts'
import { useSay, useWords } from '../../../words/use-words.ts'

/** The reason goes to everybody who got the bulletin, in their language. */
export function WithdrawSheet({
  view,
  onClose,
}: {
  view: Pick<BulletinView, 'bulletinId' | 'number'>
  onClose: () => void
}) {
  const t = useWords(bulletinReleaseWords)
  const say = useSay()
  const toast = useToast()
  const move = useMoveBulletin(view.bulletinId)
  const [reason, setReason] = useState({ ja: '', en: '' })
  const [namesConfirmed, setNamesConfirmed] = useState(false)
  const write = (language: 'ja' | 'en', text: string) => {
    // What was refused, and what was confirmed, was another text.
    move.reset()
    setNamesConfirmed(false)
    setReason({ ...reason, [language]: text })
  }
  const isNaming = move.error instanceof ApiFailure && move.error.code === 'reason-names-unknown'
  const isWritten = reason.ja.trim() !== '' && reason.en.trim() !== ''
  const isReady = isWritten && (!isNaming || namesConfirmed)
  const withdraw = () =>
    move.mutate(
      { move: 'withdraw', body: { reason, namesConfirmed } },
      {
        onSuccess: () => {
          toast({ say: t('withdraw-done') })
          onClose()
        },
      },
    )
  return (
    <Sheet
      title={t('withdraw-title', { number: view.number })}
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button kind="solid" busy={move.isPending} disabled={!isReady} onClick={withdraw}>
            {t('withdraw')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="reason">{t('withdraw-say')}</p>
        {(['ja', 'en'] as const).map((language) => (
          <Textarea
            key={language}
            lang={language}
            label={t(`reason-${language}`)}
            autosize
            minRows={2}
            maxLength={1000}
            value={reason[language]}
            onChange={(event) => write(language, event.target.value)}
          />
        ))}
        {move.isError && (
          <p role="alert" className="sign-bad">
            {say(toSay(move.error))}
          </p>
        )}
        {isNaming && (
          <Checkbox
            label={t('reason-names')}
            checked={namesConfirmed}
            onChange={(event) => setNamesConfirmed(event.target.checked)}
          />
        )}
      </div>
    </Sheet>
  )
}
