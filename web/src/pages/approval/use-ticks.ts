import type { ApprovalView } from 'contract/bulletin'
import { useState } from 'react'

/** Values that are ticked; none is from the start, for each is a permission of its own. */
export interface Ticks {
  readonly list: readonly string[]
  has(value: string): boolean
  set(value: string, isTicked: boolean): void
  /** Whether every value of the question is ticked. */
  readonly isFull: boolean
}

export function useTicks({ identifying }: Pick<ApprovalView, 'identifying'>): Ticks {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const list = identifying.map(({ value }) => value).filter((value) => ticked.has(value))
  return {
    list,
    has: (value) => ticked.has(value),
    set: (value, isTicked) =>
      setTicked(
        (now) => new Set([...now].filter((one) => one !== value).concat(isTicked ? [value] : [])),
      ),
    isFull: list.length === identifying.length,
  }
}
