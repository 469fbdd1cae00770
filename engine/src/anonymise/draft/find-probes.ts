import type { Indicator } from '../../evidence/artefact.ts'
import { manyRegisteredQuestion } from '../redact/place-questions.ts'
import { toHostName } from '../redact/host-shape.ts'
import { parseUrl } from '../../techniques/url/parse-url.ts'
import type { CaseMail } from './case-record.ts'
import { findHolders } from './find-lone-values.ts'
import { CONTEXTS } from './indicator-contexts.ts'
import { ask, type Draft } from './indicator-draft.ts'

/** Organisations besides its provider that a mail may name by their places before it looks like a list of guesses. */
const NAMED_MAX = 2

/** Of a longer list a person needs no more to see what it is. */
const PLACES_SHOWN_MAX = 50

/**
 * Whether a place is left out with all others that its provider alone handed in, since his mails name many who are
 * registered. Each of them is missing from the text that he reads at his approval, so that a mail which lines up
 * domains would tell him whose the hub knows (T74): among more that are missing too, none stands out.
 */
export function findProbes(draft: Draft): (one: Indicator, mail: CaseMail) => boolean {
  const countHolders = findHolders(draft.record)
  const byProvider = Map.groupBy(draft.record.mails, ({ providerId }) => providerId)
  const probing = new Set(
    [...byProvider]
      .filter(([providerId, mails]) => {
        const places = listOthersPlaces(providerId, mails, draft)
        if (places.length === 0) return false
        const question = manyRegisteredQuestion(places)
        // One more that nobody has answered for makes the whole a list of guesses again.
        return !places.every((place) => ask(question, draft, place) === 'keep')
      })
      .map(([providerId]) => providerId),
  )
  return (one, { providerId }) =>
    probing.has(providerId) && PLACES.has(one.type) && countHolders(one) < 2
}

const PLACES: ReadonlySet<Indicator['type']> = new Set([
  'domain',
  'email-address',
  'url',
  'ipv4',
  'ipv6',
])

/** Registered places in these mails, where they are those of many; the provider's own are not counted. */
function listOthersPlaces(
  providerId: string,
  mails: readonly CaseMail[],
  { registered }: Draft,
): readonly string[] {
  const owners = new Map<string, string>()
  const drafted = mails.flatMap(({ indicators }) => indicators.filter(isDrafted))
  for (const { type, value } of drafted) {
    const place = toPlace(type, value)
    const owner =
      registered.ofDomain(place) ??
      registered.ofIp(place) ??
      registered.ofAddress(value.toLowerCase())?.organisationId
    if (owner !== undefined && owner !== providerId) owners.set(place, owner)
  }
  return new Set(owners.values()).size > NAMED_MAX
    ? [...owners.keys()].sort().slice(0, PLACES_SHOWN_MAX)
    : []
}

const isDrafted = ({ type, context }: Indicator): boolean =>
  PLACES.has(type) && CONTEXTS.has(context)

/** The host of a link and the domain of an address; anything else as it stands. */
function toPlace(type: Indicator['type'], value: string): string {
  if (type === 'url') return (parseUrl(value)?.hostname ?? '').replace(/^\[|\]$/gu, '')
  if (type === 'email-address') return toHostName(value.slice(value.lastIndexOf('@') + 1))
  return toHostName(value)
}
