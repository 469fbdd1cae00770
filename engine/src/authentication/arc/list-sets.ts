import type { HeaderField, Message } from '../../evidence/message.ts'
import { limits } from '../../limits.ts'
import { parseTagList } from '../tag-list.ts'

/** The three fields that one forwarder added, and the tags of its seal (RFC 8617 §4.1). */
export interface ArcSet {
  readonly results: HeaderField
  readonly signature: HeaderField
  readonly seal: HeaderField
  readonly sealTags: ReadonlyMap<string, string>
}

/** The sets, oldest first; `fault` says why they form no chain; `newest` is where that is shown. */
export type ArcChain =
  | { readonly sets: readonly ArcSet[]; readonly newest: HeaderField }
  | { readonly fault: string; readonly newest: HeaderField }

const NAMES = {
  seal: 'arc-seal',
  signature: 'arc-message-signature',
  results: 'arc-authentication-results',
} as const

/**
 * The ARC sets of a mail, if they form a chain at all (RFC 8617 §5.2, steps 1 to 3): every instance
 * from 1 on has its three fields once, in whatever order they stand; the first vouches for nothing
 * before it, the others for a chain that passed. Undefined when there is no ARC.
 */
export function listSets(message: Message): ArcChain | undefined {
  const seals = message.header(NAMES.seal)
  const signatures = message.header(NAMES.signature)
  const results = message.header(NAMES.results)
  const newest = seals[0] ?? signatures[0] ?? results[0]
  if (newest === undefined) return undefined
  const fields = [seals, signatures, results]
  if (fields.some(({ length }) => length > limits.arcSetsMax))
    return { fault: 'over-many-sets', newest }
  if (fields.flat().some(({ value }) => value.length > limits.authenticationFieldCharsMax))
    return { fault: 'over-long-field', newest }
  const sealed = sortByInstance(seals, readTagged)
  const signed = sortByInstance(signatures, readTagged)
  const said = sortByInstance(results, readLeading)
  if (sealed === undefined || signed === undefined || said === undefined)
    return { fault: 'broken-chain', newest }
  if (sealed.length !== signed.length || sealed.length !== said.length)
    return { fault: 'broken-chain', newest }
  const sets = sealed.flatMap((seal, at): ArcSet[] => {
    const [signature, own] = [signed[at], said[at]]
    const sealTags = parseTagList(seal.value)
    if (signature === undefined || own === undefined || sealTags === undefined) return []
    return [{ seal, signature, results: own, sealTags }]
  })
  const last = sealed.at(-1) ?? newest
  const isVouched = sets.every(
    ({ sealTags }, at) => sealTags.get('cv')?.toLowerCase() === (at === 0 ? 'none' : 'pass'),
  )
  return isVouched ? { sets, newest: last } : { fault: 'chain-failed', newest: last }
}

/** The fields by their number; undefined unless they are 1, 2, 3 … without a gap or a repetition. */
function sortByInstance(
  fields: readonly HeaderField[],
  read: (value: string) => number | undefined,
): HeaderField[] | undefined {
  const sorted: (HeaderField | undefined)[] = fields.map(() => undefined)
  for (const field of fields) {
    const at = (read(field.value) ?? 0) - 1
    if (at < 0 || at >= fields.length || sorted[at] !== undefined) return undefined
    sorted[at] = field
  }
  return sorted.filter((field) => field !== undefined)
}

function readTagged(value: string): number | undefined {
  return toInstance(parseTagList(value)?.get('i'))
}

/** In the results the number stands first, before the name of the server (RFC 8617 §4.1.1). */
function readLeading(value: string): number | undefined {
  return toInstance(/^\s{0,20}i\s{0,20}=\s{0,20}(\d{1,3})\s{0,20};/.exec(value)?.[1])
}

function toInstance(digits: string | undefined): number | undefined {
  return digits !== undefined && /^\d{1,2}$/.test(digits) ? Number(digits) : undefined
}
