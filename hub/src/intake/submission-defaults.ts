import type { SubmissionDates, Wishes } from 'contract/intake'
import { dayInJapan } from '../clock.ts'

/** What holds until the provider says otherwise: every group it belongs to, TLP AMBER, it approves the text first (SPEC I-6). */
export const DEFAULT_WISHES: Wishes = {
  groupIds: [],
  tlp: 'AMBER',
  keepBack: '',
  mayAppearInReport: false,
  approvesFirst: true,
}

/** Dates nobody has told yet are unknown, which is a value and not a gap (SPEC I-7). */
export function firstDates(receivedAt: Date, occurredOn: string | undefined): SubmissionDates {
  const unknown = { known: 'unknown' } as const
  return {
    occurredOn: occurredOn === undefined ? unknown : { known: 'value', value: occurredOn },
    detectedOn: unknown,
    arrivedOn: unknown,
    submittedOn: dayInJapan(receivedAt),
    confirmedOn: unknown,
  }
}
