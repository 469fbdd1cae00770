import { toAsciiDomain } from '../../evidence/headers/addresses.ts'
import type { Message } from '../../evidence/message.ts'
import { listSets } from './list-sets.ts'

/** Domains of those who sealed the mail, oldest first; empty when the sets form no chain. */
export function listSealers(message: Message): string[] {
  const chain = listSets(message)
  if (chain === undefined || !('sets' in chain)) return []
  return chain.sets.map(({ sealTags }) => toAsciiDomain(sealTags.get('d') ?? ''))
}
