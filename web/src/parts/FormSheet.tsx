import { type FormEvent, type ReactNode, useId } from 'react'
import { formWords } from '../words/form.ts'
import { useWords } from '../words/use-words.ts'
import { Button } from './Button.tsx'
import { FailureLine } from './FailureLine.tsx'
import { Sheet } from './Sheet.tsx'
import './FormSheet.css'

/** A form over the page. It stays open with what was typed until the hub has taken it. */
export function FormSheet({
  title,
  submit,
  order,
  isReady = true,
  onSubmit,
  onClose,
  children,
  width,
}: {
  title: ReactNode
  /** Words of the button that sends it. */
  submit: string
  /** The mutation that sends it: where busy and refused come from. */
  order: { readonly isPending: boolean; readonly error: Error | null }
  isReady?: boolean
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
  width?: number
}) {
  const t = useWords(formWords)
  const form = useId()
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (isReady && !order.isPending) onSubmit()
  }
  return (
    <Sheet
      title={title}
      onClose={onClose}
      {...(width !== undefined && { width })}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" form={form} kind="solid" busy={order.isPending} disabled={!isReady}>
            {submit}
          </Button>
        </>
      }
    >
      <form id={form} className="stack" onSubmit={send}>
        {children}
        <FailureLine error={order.error} />
      </form>
    </Sheet>
  )
}
