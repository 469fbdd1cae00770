import { useEffect, useSyncExternalStore } from 'react'

export interface Step {
  readonly label: string
  readonly href?: string
}

let trail: readonly Step[] = []
const readers = new Set<() => void>()

/** Says where the reader is: shown in the bar and in the window's title. */
export function usePlace(steps: readonly Step[]): void {
  const key = JSON.stringify(steps)
  useEffect(() => {
    trail = steps
    document.title = [...steps.map(({ label }) => label).reverse(), 'Noroshi'].join(' · ')
    for (const reader of readers) reader()
    // The labels are the identity of the place; the array is new on each rendering.
  }, [key])
}

export function useTrail(): readonly Step[] {
  return useSyncExternalStore(
    (reader) => {
      readers.add(reader)
      return () => readers.delete(reader)
    },
    () => trail,
  )
}
