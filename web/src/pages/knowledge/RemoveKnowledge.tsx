import { useState } from 'react'
import { type KnowledgePart, useRemoveKnowledge } from '../../client/knowledge.ts'
import { Button } from '../../parts/Button.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useToast } from '../../parts/toasts.ts'
import { knowledgeWords } from '../../words/knowledge.ts'
import { useWords } from '../../words/use-words.ts'

/** Takes one out after asking; what was found with it stays until it is read again. */
export function RemoveKnowledge({
  part,
  id,
  name,
}: {
  part: KnowledgePart
  id: string
  name: string
}) {
  const t = useWords(knowledgeWords)
  const toast = useToast()
  const remove = useRemoveKnowledge(part)
  const [isAsking, setAsking] = useState(false)
  const finish = () => {
    setAsking(false)
    toast({ say: t('removed', { name }) })
  }
  return (
    <>
      <Button
        size="s"
        kind="quiet"
        aria-label={t('remove-title', { name })}
        onClick={() => setAsking(true)}
      >
        {t('remove')}
      </Button>
      {isAsking && (
        <FormSheet
          title={t('remove-title', { name })}
          submit={t('remove')}
          order={remove}
          onSubmit={() => remove.mutate(id, { onSuccess: finish })}
          onClose={() => setAsking(false)}
        >
          <p>{t('remove-say')}</p>
        </FormSheet>
      )}
    </>
  )
}
