import { IconAlertTriangle, IconX } from '@tabler/icons-react'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { useKeys } from '../frame/use-keys.ts'
import { partsWords } from '../words/parts.ts'
import { useWords } from '../words/use-words.ts'
import { Key } from './Key.tsx'
import { type Toast, Toasts } from './toasts.ts'
import './ToastProvider.css'

/** Long enough to read a sentence and decide to undo it. */
const SHOWN_MS = 10_000

/** One toast at a time, bottom left, with undo. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast>()
  const close = useCallback(() => setToast(undefined), [])

  useEffect(() => {
    if (toast === undefined || toast.isError === true) return
    const timer = setTimeout(close, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [toast, close])

  const undo = useCallback(() => {
    close()
    void toast?.undo?.()
  }, [toast, close])
  useKeys(toast?.undo === undefined ? {} : { z: undo })

  return (
    <Toasts value={setToast}>
      {children}
      <div className="toast-place" role="status" aria-live="polite">
        {toast !== undefined && <ToastBox toast={toast} onUndo={undo} onClose={close} />}
      </div>
    </Toasts>
  )
}

function ToastBox({
  toast,
  onUndo,
  onClose,
}: {
  toast: Toast
  onUndo: () => void
  onClose: () => void
}) {
  const t = useWords(partsWords)
  return (
    <div className="toast">
      {toast.isError === true && <IconAlertTriangle size={16} aria-hidden="true" />}
      <span className="toast-say reason">{toast.say}</span>
      {toast.undo !== undefined && (
        <button type="button" className="link-button" onClick={onUndo}>
          {t('undo')} <Key name="z" />
        </button>
      )}
      <button type="button" className="icon-button" aria-label={t('close')} onClick={onClose}>
        <IconX aria-hidden="true" />
      </button>
    </div>
  )
}
