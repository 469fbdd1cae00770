import { useCallback, useEffect, useRef, useState } from 'react'
import type { Me } from '../client/me.ts'
import { registerStepUpAsker } from '../client/step-up-asker.ts'
import { StepUpSheet } from './StepUpSheet.tsx'

/** Opens the sheet whenever the hub wants a fresh second factor; the act then goes on where it stopped. */
export function StepUp({ me }: { me: Me }) {
  const [isOpen, setOpen] = useState(false)
  const waiting = useRef<((isProved: boolean) => void)[]>([])
  const answer = useCallback((isProved: boolean) => {
    setOpen(false)
    for (const goOn of waiting.current.splice(0)) goOn(isProved)
  }, [])
  useEffect(() => {
    const takeBack = registerStepUpAsker(
      () =>
        new Promise((resolve) => {
          // Two acts at once are asked for once.
          waiting.current.push(resolve)
          setOpen(true)
        }),
    )
    return () => {
      takeBack()
      answer(false)
    }
  }, [answer])
  return isOpen ? <StepUpSheet me={me} onAnswer={answer} /> : null
}
