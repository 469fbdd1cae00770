import { Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { intakeWords } from '../../words/intake.ts'
import { useWords } from '../../words/use-words.ts'
import { Button } from '../Button.tsx'
import { Sheet } from '../Sheet.tsx'

/** A question rather than an attack: category and answer feed their own statistics. */
export function ConsultationSheet({
  onAnswer,
  onClose,
}: {
  onAnswer: (answer: { category: string; answer: string }) => void
  onClose: () => void
}) {
  const t = useWords(intakeWords)
  const [category, setCategory] = useState('')
  const [answer, setAnswer] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onAnswer({ category, answer })
    onClose()
  }
  return (
    <Sheet title={t('take-as-consultation')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <TextInput
          label={t('category')}
          required
          withAsterisk={false}
          maxLength={100}
          autoFocus
          value={category}
          onChange={(event) => setCategory(event.target.value)}
        />
        <Textarea
          label={t('answer')}
          required
          withAsterisk={false}
          maxLength={10_000}
          minRows={5}
          autosize
          maxRows={16}
          value={answer}
          onChange={(event) => setAnswer(event.target.value)}
        />
        <div className="row push">
          <Button kind="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            kind="solid"
            disabled={category.trim() === '' || answer.trim() === ''}
          >
            {t('consultation-do')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
