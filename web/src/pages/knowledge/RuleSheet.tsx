import { Switch, Textarea, TextInput } from '@mantine/core'
import type { YaraRuleView } from 'contract/knowledge'
import { useState } from 'react'
import { useSaveRule } from '../../client/knowledge.ts'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useToast } from '../../parts/toasts.ts'
import { knowledgeWords } from '../../words/knowledge.ts'
import { useWords } from '../../words/use-words.ts'

const EMPTY = `rule Name {
  meta:
    description_ja = ""
    description = ""
    weight = "medium"
  strings:
    $a = ""
  condition:
    $a
}
`

/** Writes YARA rules. What does not compile stays in the sheet with the compiler's words. */
export function RuleSheet({ rule, onClose }: { rule?: YaraRuleView; onClose: () => void }) {
  const t = useWords(knowledgeWords)
  const toast = useToast()
  const save = useSaveRule(rule?.ruleId)
  const [name, setName] = useState(rule?.name ?? '')
  const [text, setText] = useState(rule?.text ?? EMPTY)
  const [isEnabled, setEnabled] = useState(rule?.isEnabled ?? true)
  const error = save.data?.saved === false ? save.data.error : undefined
  const send = () =>
    save.mutate(
      { name: name.trim(), text, isEnabled },
      {
        onSuccess: ({ saved }) => {
          if (!saved) return
          toast({ say: t('saved-say', { name: name.trim() }) })
          onClose()
        },
      },
    )
  return (
    <FormSheet
      title={rule === undefined ? t('rule-add') : t('rule-edit')}
      submit={t('save')}
      order={save}
      width={760}
      isReady={name.trim() !== '' && text.trim() !== ''}
      onSubmit={send}
      onClose={onClose}
    >
      <TextInput
        label={t('name')}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Textarea
        className="rule-text"
        label={t('rule-text')}
        description={t('rule-hint')}
        autosize
        minRows={12}
        maxRows={24}
        spellCheck={false}
        value={text}
        error={error !== undefined && t('rule-error')}
        onChange={(event) => setText(event.target.value)}
      />
      {error !== undefined && <pre className="mono small">{error}</pre>}
      <Switch
        label={t('rule-enabled')}
        checked={isEnabled}
        onChange={({ target }) => setEnabled(target.checked)}
      />
    </FormSheet>
  )
}
