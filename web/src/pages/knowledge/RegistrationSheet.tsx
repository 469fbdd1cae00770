import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useSaveRegistration } from '../../client/knowledge.ts'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useToast } from '../../parts/toasts.ts'
import { knowledgeWords } from '../../words/knowledge.ts'
import { useWords } from '../../words/use-words.ts'

/** Takes a record as it was looked up; the hub reads the domain and its day from it. */
export function RegistrationSheet({ onClose }: { onClose: () => void }) {
  const t = useWords(knowledgeWords)
  const toast = useToast()
  const save = useSaveRegistration()
  const [record, setRecord] = useState('')
  const send = () =>
    save.mutate(record, {
      onSuccess: ({ registration }) => {
        toast({ say: t('saved-say', { name: registration.domain }) })
        onClose()
      },
    })
  return (
    <FormSheet
      title={t('registration-add')}
      submit={t('save')}
      order={save}
      width={640}
      isReady={record.trim() !== ''}
      onSubmit={send}
      onClose={onClose}
    >
      <Textarea
        className="rule-text"
        label={t('record')}
        description={t('record-hint')}
        autosize
        minRows={10}
        maxRows={20}
        maxLength={65_536}
        spellCheck={false}
        value={record}
        onChange={(event) => setRecord(event.target.value)}
      />
    </FormSheet>
  )
}
