import type { Traces } from '../traces.ts'
import { judgeSpellings } from './build-search.ts'
import { buildNumberSearch } from './find-numbers.ts'
import { spellTraces } from './spell-traces.ts'

/** How one thing that was entered is searched for. */
export interface TraceSpellings {
  readonly trace: string
  readonly organisationId: string
  readonly spellings: readonly string[]
  /** Why a hit may be missing, or may refuse nothing: too short or common to be searched, or an ordinary word. */
  readonly doubt?: 'unsearched' | 'asked'
}

/** Every spelling by what it spells, as the leak check generates them, for whoever enters names and wonders. */
export function listSpellings(traces: Traces): readonly TraceSpellings[] {
  const spelt = spellTraces(traces)
  const byTrace = new Map<string, { trace: string; organisationId: string; texts: Set<string> }>()
  for (const { trace, organisationId, text } of spelt) {
    const key = `${organisationId} ${trace}`
    const known = byTrace.get(key) ?? { trace, organisationId, texts: new Set<string>() }
    known.texts.add(text)
    byTrace.set(key, known)
  }
  const { weak, skipped } = judgeSpellings(spelt)
  const [asked, unsearched] = [new Set(weak), new Set(skipped)]
  const named = [...byTrace.values()].map(({ texts, ...of }): TraceSpellings => {
    const doubt = unsearched.has(of.trace) ? 'unsearched' : asked.has(of.trace) && 'asked'
    return { ...of, spellings: [...texts], ...(doubt && { doubt }) }
  })
  return [...named, ...listNumbers(traces)]
}

/** Numbers are searched by their digits, however they are grouped; what is entered shows one way of it. */
function listNumbers(traces: Traces): readonly TraceSpellings[] {
  const unsearched = new Set(buildNumberSearch(traces).skipped)
  return traces.organisations.flatMap(({ id, numbers }) =>
    numbers.map((trace): TraceSpellings => {
      const of = { trace, organisationId: id, spellings: [trace] }
      return unsearched.has(trace) ? { ...of, doubt: 'unsearched' } : of
    }),
  )
}
