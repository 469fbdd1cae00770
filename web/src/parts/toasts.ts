import { createContext, useContext } from 'react'

export interface Toast {
  readonly say: string
  /** What takes it back; also on the key `z` while the toast stands. */
  readonly undo?: () => void | Promise<unknown>
  /** Errors stay until they are closed. */
  readonly isError?: boolean
}

export const Toasts = createContext<(toast: Toast) => void>(() => {})

/** Shows one short answer at the bottom left; a newer one takes its place. */
export const useToast = () => useContext(Toasts)
