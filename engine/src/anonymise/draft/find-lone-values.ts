import type { Indicator } from '../../evidence/artefact.ts'
import type { CaseRecord } from './case-record.ts'
import { listProviders } from './list-providers.ts'

type Value = Pick<Indicator, 'type' | 'value'>

/**
 * Whether only one of several providers handed a value in. He may have put it there himself, to see at his approval
 * whether it is missing: what would be taken out for the sake of another provider tells that there is that provider.
 */
export function findLoneValues(record: CaseRecord): (value: Value) => boolean {
  if (listProviders(record).length < 2) return () => false
  const countHolders = findHolders(record)
  return (value) => countHolders(value) < 2
}

/** How many providers' mails hold a value. */
export function findHolders(record: CaseRecord): (value: Value) => number {
  const holders = new Map<string, Set<string>>()
  for (const { providerId, indicators } of record.mails) {
    for (const indicator of indicators) {
      const key = toKey(indicator)
      holders.set(key, (holders.get(key) ?? new Set()).add(providerId))
    }
  }
  return (value) => holders.get(toKey(value))?.size ?? 0
}

const toKey = ({ type, value }: Value): string => `${type} ${value.toLowerCase()}`
