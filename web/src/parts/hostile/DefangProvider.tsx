import { type ReactNode, useMemo, useState } from 'react'
import { useKeys } from '../../frame/use-keys.ts'
import { Defanging } from './defanging.ts'

/** Starts defanged on every page; the switch and the key `d` last until the page is left. */
export function DefangProvider({ children }: { children: ReactNode }) {
  const [isDefanged, setDefanged] = useState(true)
  const value = useMemo(
    () => ({ isDefanged, toggle: () => setDefanged((before) => !before) }),
    [isDefanged],
  )
  useKeys({ d: value.toggle })
  return <Defanging value={value}>{children}</Defanging>
}
