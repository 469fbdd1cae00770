import type { FieldRemark } from 'contract/bulletin'
import { useState } from 'react'

/** Remarks that are being written, one for each place at most. */
export interface Remarks {
  readonly written: ReadonlyMap<string, string>
  /** Those that say something. */
  readonly list: readonly FieldRemark[]
  write(place: string, text: string): void
  drop(place: string): void
}

export function useRemarks(): Remarks {
  const [written, setWritten] = useState<ReadonlyMap<string, string>>(new Map())
  return {
    written,
    list: [...written]
      .map(([place, text]) => ({ place, text: text.trim() }))
      .filter(({ text }) => text !== ''),
    write: (place, text) => setWritten((now) => new Map(now).set(place, text)),
    drop: (place) => setWritten((now) => new Map([...now].filter(([at]) => at !== place))),
  }
}
