import { buildDigestPartSearch, findTraces, listBulletinWords, refang, type Traces } from 'engine'
import type { IdentifyingValue } from 'contract/bulletin'
import { listIdentifyingValues, permittedValues, unpermittedValues } from './asked-values.ts'
import type { BulletinRecord } from './bulletin-record.ts'
import { buildValueSearch } from './holds-value.ts'

type Text = Pick<BulletinRecord, 'content' | 'questions' | 'decisions' | 'permitted'>

/**
 * Values that no provider has permitted and that stand in the text all the same, typed by hand: the other providers would
 * read them. What was answered makes no difference, “leave it out” least of all. They are read as the leak check reads
 * names, so that a hash in groups, in full width or in Base64 is the same hash.
 */
export function findKeptBack(bulletin: Text): IdentifyingValue[] {
  const { content } = bulletin
  const written = [...listBulletinWords(content), ...content.indicators.map(({ value }) => value)]
  const kept = listKeptBack(bulletin)
  const hashes = kept.filter(({ kind }) => kind === 'hash').map(({ value }) => value)
  const permitted = permittedValues(bulletin)
  const findParts = buildDigestPartSearch(hashes)
  const spelled = new Set([
    ...findSpelled(written, kept, permitted),
    // Forty digits of a hash find the file as well as all of them.
    ...written.flatMap((text) => cutPermitted(text, permitted)).flatMap(findParts),
  ])
  const searches = written.map((text) => buildValueSearch(text, permitted))
  return kept.filter((one) => spelled.has(one.value) || searches.some((holds) => holds(one)))
}

/** What stands beside the permitted values: a link that was permitted may hold the hash of the file to which it leads. */
const cutPermitted = (text: string, permitted: readonly string[]): readonly string[] =>
  permitted.reduce<readonly string[]>(
    (pieces, value) => pieces.flatMap((piece) => piece.split(toExpression(value))),
    [refang(text)],
  )

const toExpression = (value: string): RegExp =>
  new RegExp(value.replace(/[\\^$*+?.()[\]{}|/]/gu, '\\$&'), 'iu')

/** A part of a name is in many a word; where nobody wants it out, the leak check searches for the name. */
function listKeptBack(bulletin: Text): IdentifyingValue[] {
  const permitted = new Set(permittedValues(bulletin))
  const whole = listIdentifyingValues(bulletin.questions).filter(
    ({ value, kind }) => kind !== 'name-part' && !permitted.has(value),
  )
  const parts = unpermittedValues(bulletin).filter(({ kind }) => kind === 'name-part')
  return [...whole, ...parts]
}

function findSpelled(
  written: readonly string[],
  kept: readonly IdentifyingValue[],
  permitted: readonly string[],
): string[] {
  const organisations = kept
    .filter(({ kind }) => kind !== 'name-part')
    .map(({ value }) => toTraces(value))
  if (organisations.length === 0) return []
  const encoder = new TextEncoder()
  // Piece by piece: what ends one line and begins the next was not written as one value.
  const pieces = written.map((text) => ({ format: 'web', bytes: encoder.encode(text) }))
  return findTraces(pieces, { organisations }, { permitted }).map((leak) => leak.organisationId)
}

/** An address of IPv6 in all its forms; as a network, only this one. */
const toTraces = (value: string): Traces['organisations'][number] => ({
  ...{ id: value, role: 'provider', names: [value] },
  ...{ domains: [], people: [], hosts: [], numbers: [] },
  ipAddresses: IPV6.test(value) ? [`${value}/128`] : [],
})
const IPV6 = /^[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}$/iu
