import type { HubAnswer, HubClient } from './hub-client.ts'
import type { TestHub } from './with-hub.ts'

/** Ids by what they are of. In a world without the secret, random ones stand in for them. */
export type KnownIds = Readonly<Record<string, string>>

/** Everything an outsider was answered, in the order in which it asked, as far as chance had no hand in it. */
export type Visit = readonly string[]

/**
 * Asks every GET route there is, each parameter filled with each of the ids, and writes down status,
 * headers and body. The list of routes comes from the router, so that a new route is asked too.
 */
export async function recordVisit(hub: TestHub, client: HubClient, ids: KnownIds): Promise<Visit> {
  const mask = openMask()
  const lines: string[] = []
  for (const { path, label } of listPaths(hub, ids)) {
    lines.push(`${label} ${mask(toText(await client.get(path)))}`)
  }
  return lines
}

/** The answer to one request, masked like a visit. */
export const recordAnswer = (answer: HubAnswer): string => openMask()(toText(answer))

/** Parameters that some routes require; what a route does not know it refuses or ignores, in both worlds alike. */
const QUERIES = [
  '?type=domains&format=stix&asOf=2026-10-15&quarter=2026Q4&figure=submissions&start=0&end=100',
  '?type=ipv4&asOf=2026-09-30&quarter=2026Q3&language=en&lang=en&after=2',
]
/** What TAXII 2.1 §3.4 and §5 let a client filter by. */
const FILTERS = [
  '?added_after=2020-01-01T00:00:00Z&limit=1&match[version]=all',
  '?match[type]=indicator,report&match[spec_version]=2.1&next=1',
]

/** Parameters a visit fills in, so that a test can tell when a new one is forgotten. */
export const ASKED_PARAMETERS: ReadonlySet<string> = new Set(
  QUERIES.flatMap((query) => [...new URLSearchParams(query).keys()]),
)

function listPaths(hub: TestHub, ids: KnownIds): { path: string; label: string }[] {
  return hub.routes
    .filter(({ method }) => method === 'get')
    .flatMap(({ path }) =>
      path.includes('{')
        ? Object.entries(ids).flatMap(([name, id]) =>
            toCalls(path.replaceAll(/\{\w+\}/g, id), `${path} of ${name}`),
          )
        : toCalls(path, path),
    )
}

const toCalls = (path: string, label: string) =>
  ['', ...QUERIES, ...(path.startsWith('/taxii2') ? FILTERS : [])].map((query) => ({
    path: `${path}${query}`,
    label: `GET ${label}${query}`,
  }))

function toText({ status, headers, bytes }: HubAnswer): string {
  const fields = [...headers]
    .filter(([name]) => name !== 'x-trace-id')
    .map((field) => field.join(': '))
  return [status, ...fields.sort(), Buffer.from(bytes).toString('latin1')].join('\n')
}

// UUIDs, numbers drawn at random, and the running numbers that the seed gives to people and groups.
const CHANCE =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\b[SB]-2026-[0-9A-Z]{6}\b|(?:[Pp]erson|Sector|Organisation|\u00e6\u00a5\u00ad\u00e7\u0095\u008c) ?\d+/g

/**
 * Replaces what chance decides by the order of its first appearance: two recordings are equal only if
 * the same thing stands at the same places.
 */
function openMask(): (text: string) => string {
  const seen = new Map<string, string>()
  return (text) =>
    text.replaceAll(CHANCE, (found) => {
      const masked = seen.get(found) ?? `<${seen.size + 1}>`
      seen.set(found, masked)
      return masked
    })
}
