import { TextInput } from '@mantine/core'
import type { CaseView } from 'contract/case'
import { type FormEvent, useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { caseWords } from '../../words/case.ts'
import { useWords } from '../../words/use-words.ts'

/** The hub's own name for the case; it never leaves the hub. */
export function RenameSheet({
  view,
  onRename,
  onClose,
}: {
  view: CaseView
  onRename: (title: string) => void
  onClose: () => void
}) {
  const t = useWords(caseWords)
  const [title, setTitle] = useState(view.title)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onRename(title)
    onClose()
  }
  return (
    <Sheet title={t('rename')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <TextInput
          label={t('name')}
          required
          withAsterisk={false}
          maxLength={300}
          autoFocus
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <div className="row push">
          <Button type="submit" kind="solid" disabled={title.trim() === ''}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
