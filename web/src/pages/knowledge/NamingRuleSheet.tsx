import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useSaveNamingRule } from '../../client/knowledge.ts'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useToast } from '../../parts/toasts.ts'
import { knowledgeWords } from '../../words/knowledge.ts'
import { useWords } from '../../words/use-words.ts'

const PLACES = [0, 1] as const

/** Records a rule of two sets of words, such as "secure" and the names of planets. */
export function NamingRuleSheet({ onClose }: { onClose: () => void }) {
  const t = useWords(knowledgeWords)
  const toast = useToast()
  const save = useSaveNamingRule()
  const [title, setTitle] = useState('')
  const [texts, setTexts] = useState<readonly string[]>(['', ''])
  const words = texts.map(toWords)
  const send = () =>
    save.mutate(
      { title: title.trim(), words },
      {
        onSuccess: () => {
          toast({ say: t('saved-say', { name: title.trim() }) })
          onClose()
        },
      },
    )
  return (
    <FormSheet
      title={t('naming-add')}
      submit={t('save')}
      order={save}
      isReady={title.trim() !== '' && words.every((set) => set.length > 0)}
      onSubmit={send}
      onClose={onClose}
    >
      <TextInput
        label={t('name')}
        maxLength={100}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      {PLACES.map((place) => (
        <Textarea
          key={place}
          label={t('naming-words', { part: place + 1 })}
          description={t('naming-hint')}
          autosize
          minRows={2}
          maxRows={8}
          spellCheck={false}
          value={texts[place] ?? ''}
          onChange={({ target }) =>
            setTexts(texts.map((text, at) => (at === place ? target.value : text)))
          }
        />
      ))}
    </FormSheet>
  )
}

function toWords(text: string): string[] {
  const words = text.toLowerCase().split(/[\s,、，]+/)
  return [...new Set(words.filter((word) => word.length >= 2))]
}
