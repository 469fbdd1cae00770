import { Textarea, TextInput } from '@mantine/core'
import type { DnsAnswersSaved } from 'contract/knowledge'
import { useState } from 'react'
import { useSaveDnsAnswers } from '../../client/knowledge.ts'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useToast } from '../../parts/toasts.ts'
import { knowledgeWords } from '../../words/knowledge.ts'
import { useWords } from '../../words/use-words.ts'

/** Takes answers as they were looked up; what could not be read of them is told before it closes. */
export function DnsAnswersSheet({ onClose }: { onClose: () => void }) {
  const t = useWords(knowledgeWords)
  const toast = useToast()
  const save = useSaveDnsAnswers()
  const [record, setRecord] = useState('')
  const [recordedOn, setRecordedOn] = useState('')
  const [unread, setUnread] = useState<DnsAnswersSaved['unread']>([])
  const send = () =>
    save.mutate(
      { record, ...(recordedOn === '' ? {} : { recordedOn }) },
      {
        onSuccess: (saved) => {
          toast({ say: t('dns-saved-say', { count: saved.answers.length }) })
          setUnread(saved.unread)
          if (saved.unread.length === 0) onClose()
        },
      },
    )
  return (
    <FormSheet
      title={t('dns-add')}
      submit={t('save')}
      order={save}
      width={720}
      isReady={record.trim() !== ''}
      onSubmit={send}
      onClose={onClose}
    >
      {unread.length > 0 && <Unread unread={unread} />}
      <Textarea
        className="rule-text"
        label={t('dns-text')}
        description={t('dns-text-hint')}
        autosize
        minRows={10}
        maxRows={18}
        maxLength={65_536}
        spellCheck={false}
        value={record}
        onChange={(event) => setRecord(event.target.value)}
      />
      <TextInput
        type="date"
        label={t('recorded-on')}
        description={t('dns-recorded-hint')}
        value={recordedOn}
        onChange={(event) => setRecordedOn(event.target.value)}
      />
    </FormSheet>
  )
}

function Unread({ unread }: { unread: DnsAnswersSaved['unread'] }) {
  const t = useWords(knowledgeWords)
  return (
    <div role="status">
      <p>{t('dns-unread')}</p>
      <ul>
        {unread.map(({ line, reason }) => (
          <li key={`${line} ${reason}`}>
            {t('dns-unread-line', { line, why: t(`dns-${reason}`) })}
          </li>
        ))}
      </ul>
    </div>
  )
}
