import { IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { partsWords } from '../words/parts.ts'
import { useWords } from '../words/use-words.ts'
import './Sheet.css'

const FIELDS = '.sheet-body :is(input, textarea, select)'

/**
 * A dialogue over the page. The browser's own dialog keeps the focus inside, closes on Escape,
 * makes the rest inert and gives the focus back.
 */
export function Sheet({
  title,
  onClose,
  children,
  actions,
  width = 560,
}: {
  title: ReactNode
  onClose: () => void
  children: ReactNode
  actions?: ReactNode
  /** In CSS pixels. */
  width?: number
}) {
  const t = useWords(partsWords)
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    // The browser would choose the first button, which is the one that closes.
    const field = dialog?.querySelector<HTMLElement>(FIELDS)
    ;(field ?? dialog)?.focus()
  }, [])
  return (
    <dialog
      ref={ref}
      className="sheet"
      tabIndex={-1}
      style={{ width: `min(${width}px, calc(100vw - 24px))` }}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => event.target === ref.current && onClose()}
    >
      <div className="sheet-inside">
        <header className="sheet-head">
          <h2 id={titleId}>{title}</h2>
          <button
            type="button"
            className="icon-button push"
            aria-label={t('close')}
            onClick={onClose}
          >
            <IconX aria-hidden="true" />
          </button>
        </header>
        <div className="sheet-body">{children}</div>
        {actions !== undefined && <footer className="sheet-foot">{actions}</footer>}
      </div>
    </dialog>
  )
}
