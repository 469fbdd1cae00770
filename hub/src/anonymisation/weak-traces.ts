import { createHash } from 'node:crypto'
import type { Leak, Traces } from 'engine'
import type { LeakCheck, WeakTrace } from 'contract/bulletin'
import type { Db } from '../database/index.ts'
import { ANONYMISATION_LIMITS } from './limits.ts'
import { listConfirmations } from './weak-trace.queries.ts'

/** The places of each ordinary word together: a person looks at a word, not at bytes. */
export function toWeakTraces(found: readonly Leak[], traces: Traces): WeakTrace[] {
  const byWord = Map.groupBy(found, ({ organisationId, trace }) => `${organisationId} ${trace}`)
  return [...byWord].map(([word, places]): WeakTrace => {
    const excerpts = places.map(({ excerpt }) => excerpt)
    const [first] = places
    const organisation = traces.organisations.find(({ id }) => id === first?.organisationId)
    return {
      weakTraceId: toId(word, excerpts),
      trace: first?.trace ?? '',
      ...(organisation?.names[0] === undefined ? {} : { organisation: organisation.names[0] }),
      excerpts: excerpts.slice(0, ANONYMISATION_LIMITS.weakPlacesShownMax),
      placeCount: places.length,
    }
  })
}

/** Another place or other words around it are another question: what was confirmed does not cover them. */
const toId = (word: string, excerpts: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify([word, ...excerpts]))
    .digest('hex')
    .slice(0, 32)

/** The check with what people have said about its ordinary words. */
export async function addConfirmations(
  db: Db,
  bulletinId: string,
  check: LeakCheck,
): Promise<LeakCheck> {
  if (check.weakTraces.length === 0) return check
  const known = new Map(
    (await listConfirmations(db, bulletinId)).map((row) => [row.weakTraceId, row]),
  )
  const weakTraces = check.weakTraces.map((weak): WeakTrace => {
    const row = known.get(weak.weakTraceId)
    if (row === undefined) return weak
    return { ...weak, confirmed: { at: row.confirmedAt.toISOString(), by: row.confirmedByName } }
  })
  return { ...check, weakTraces }
}

/** Ordinary words of the text that nobody has looked at. */
export const findUnconfirmed = ({ weakTraces }: LeakCheck): readonly WeakTrace[] =>
  weakTraces.filter(({ confirmed }) => confirmed === undefined)
