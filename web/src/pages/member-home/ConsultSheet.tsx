import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { memberWords } from '../../words/member.ts'
import { useWords } from '../../words/use-words.ts'

/** A question in words is a submission like any other: it gets a receipt and is kept as it was written. */
export function ConsultSheet({
  onClose,
  onSend,
}: {
  onClose: () => void
  onSend: (file: File) => void
}) {
  const t = useWords(memberWords)
  const [text, setText] = useState('')
  const send = () => onSend(new File([text], 'consultation.txt', { type: 'text/plain' }))
  return (
    <Sheet
      title={t('consult')}
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button kind="solid" disabled={text.trim() === ''} onClick={send}>
            {t('consult-send')}
          </Button>
        </>
      }
    >
      <Textarea
        label={t('consult-what')}
        description={t('consult-hint')}
        autosize
        minRows={6}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </Sheet>
  )
}
