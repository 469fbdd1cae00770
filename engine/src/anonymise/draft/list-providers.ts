import type { CaseRecord } from './case-record.ts'

/** Organisations that the case came from, each once: those of mails, then those of access logs. */
export const listProviders = ({ mails, logs }: CaseRecord): readonly string[] => [
  ...new Set([...mails, ...logs].map(({ providerId }) => providerId)),
]
