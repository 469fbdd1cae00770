import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { formWords } from '../words/form.ts'
import { useWords } from '../words/use-words.ts'
import { Button } from './Button.tsx'
import { CodeLine } from './CodeLine.tsx'
import { Sheet } from './Sheet.tsx'

/** A secret the hub keeps only as a hash: shown this once, and closed on purpose. */
export function ShownOnceSheet({
  title,
  secret,
  label,
  children,
  onClose,
}: {
  title: string
  secret: string
  label: string
  children?: ReactNode
  onClose: () => void
}) {
  const t = useWords(formWords)
  return (
    <Sheet
      title={title}
      onClose={onClose}
      actions={
        <Button kind="solid" onClick={onClose}>
          {t('done')}
        </Button>
      }
    >
      <div className="stack">
        {children}
        <CodeLine text={secret} label={label} />
        <p className="small row">
          <IconAlertTriangle size={16} aria-hidden="true" />
          {t('shown-once')}
        </p>
      </div>
    </Sheet>
  )
}
