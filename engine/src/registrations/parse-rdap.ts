import type { DomainRegistration } from '../knowledge.ts'
import { limits } from '../limits.ts'
import { toRegisteredDomain } from './registered-domain.ts'
import { parseRegistryDay } from './registry-day.ts'

/** Reads an RDAP answer about a domain (RFC 9083 §5.3); undefined when it is none. */
export function parseRdap(text: string): DomainRegistration | undefined {
  if (text.length > limits.registrationCharsMax) return undefined
  const answer = toObject(readJson(text))
  const name = answer?.['ldhName'] ?? answer?.['unicodeName']
  const domain = typeof name === 'string' ? toRegisteredDomain(name) : undefined
  if (answer === undefined || domain === undefined) return undefined
  const registeredOn = findRegistrationDay(answer)
  const entities = toList(answer['entities'])
    .map(toObject)
    .filter((one) => one !== undefined)
  const registrar = findName(entities, 'registrar')
  const registrant = findName(entities, 'registrant')
  return {
    domain,
    ...(registeredOn === undefined ? {} : { registeredOn }),
    ...(registrar === undefined ? {} : { registrar }),
    ...(registrant === undefined ? {} : { registrant }),
    source: 'rdap',
  }
}

type Json = Readonly<Record<string, unknown>>

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function toObject(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : undefined
}

const LIST_MAX = 200

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, LIST_MAX) : []
}

/** `events` (RFC 9083 §4.5): the registration, else nothing; a transfer or change is no beginning. */
function findRegistrationDay(answer: Json): string | undefined {
  for (const one of toList(answer['events'])) {
    const event = toObject(one)
    const date = event?.['eventDate']
    if (event?.['eventAction'] === 'registration' && typeof date === 'string')
      return parseRegistryDay(date)
  }
  return undefined
}

/** Organisation, else full name, in the jCard (RFC 7095) of the entity with this role. */
function findName(entities: readonly Json[], role: string): string | undefined {
  const entity = entities.find((one) => toList(one['roles']).includes(role))
  const properties = toList(toList(entity?.['vcardArray'])[1]).map(toList)
  for (const wanted of ['org', 'fn']) {
    const value = properties.find((property) => property[0] === wanted)?.[3]
    const text = Array.isArray(value) ? (value[0] as unknown) : value
    if (typeof text === 'string' && text.trim() !== '') return text.trim().slice(0, NAME_CHARS_MAX)
  }
  return undefined
}

const NAME_CHARS_MAX = 200
