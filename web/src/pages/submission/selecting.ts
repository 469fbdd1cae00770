import type { FindingView, MailView } from 'contract/analysis'

/** What every view of the evidence is given: the mail, its findings in force, and which one is lit. */
export interface Viewing {
  readonly mail: MailView
  readonly findings: readonly FindingView[]
  readonly selected: number | undefined
  readonly onSelect: (number: number) => void
}

/** How a part is shown. */
export const MODES = ['decoded', 'bytes', 'picture'] as const
export type Mode = (typeof MODES)[number]
