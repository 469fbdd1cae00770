import { createContext, useContext } from 'react'

/** Whether hostile text is shown broken (`hxxp`, `[.]`). True unless a reader switched it off on this page. */
export const Defanging = createContext<{
  readonly isDefanged: boolean
  readonly toggle: () => void
}>({ isDefanged: true, toggle: () => {} })

export const useDefanging = () => useContext(Defanging)
