import type { z } from 'zod'
import {
  type Leak as FoundLeak,
  LEAK_CHECK_VERSION,
  release,
  type ReleasableBulletin,
  type Release,
  type Traces,
} from 'engine'
import { OutgoingFormat, type Leak, type LeakCheck } from 'contract/bulletin'
import { permittedValues } from './asked-values.ts'
import type { BulletinRecord } from './bulletin-record.ts'
import { findInForms } from './find-in-forms.ts'
import { ANONYMISATION_LIMITS } from './limits.ts'
import { type OutgoingFacts, type OutgoingForms, renderOutgoing } from './outgoing-forms.ts'
import { toWeakTraces } from './weak-traces.ts'

export interface OutgoingCheck {
  readonly check: LeakCheck
  /** Present only when nothing was found: what may leave, and the bytes it leaves as. */
  readonly cleared?: { readonly releasable: ReleasableBulletin; readonly forms: OutgoingForms }
}

/**
 * Builds the bytes of every format and searches them for everything known of the providers (SPEC A-2).
 * The text itself is searched first: only a text without traces is made into STIX and the others at all.
 */
export async function checkOutgoing(
  bulletin: BulletinRecord,
  { traces, facts, now }: { traces: Traces; facts: OutgoingFacts; now: Date },
): Promise<OutgoingCheck> {
  const options = { permitted: permittedValues(bulletin) }
  const frame = { checkedAt: now.toISOString(), contentHash: bulletin.contentHash }
  const text = release(bulletin.content, [], traces, options)
  if (!text.ok) return { check: toDirtyCheck(frame, text, traces) }

  const forms = renderOutgoing(text.releasable, facts)
  const inForms = await findInForms(forms, traces, options)
  if (inForms.length > 0) {
    const searched = toSearched(text, traces)
    return { check: { ...frame, clean: false, ...searched, formats: [], leaks: inForms } }
  }
  const all = release(
    bulletin.content,
    forms.list.map(({ format, bytes }) => ({ format, bytes })),
    traces,
    options,
  )
  if (!all.ok) return { check: toDirtyCheck(frame, all, traces) }
  const check: LeakCheck = {
    ...frame,
    clean: true,
    ...toSearched(all, traces),
    formats: forms.list.map(({ format, bytes }) => ({ format, sizeBytes: bytes.byteLength })),
    leaks: [],
  }
  return { check, cleared: { releasable: all.releasable, forms } }
}

type Frame = Pick<LeakCheck, 'checkedAt' | 'contentHash'>

const toDirtyCheck = (
  frame: Frame,
  found: Extract<Release, { ok: false }>,
  traces: Traces,
): LeakCheck => ({
  ...frame,
  clean: false,
  ...toSearched(found, traces),
  formats: [],
  leaks: found.leaks.map((leak) => toLeak(leak, traces)),
})

/** What was searched for and how, and what is left for a person to look at. */
function toSearched({ searched, weakTraces }: Release, traces: Traces) {
  const { traceCount, spellingCount, encodedForms, skipped } = searched
  return {
    checker: LEAK_CHECK_VERSION,
    ...{ traceCount, spellingCount, encodedForms },
    weakTraces: toWeakTraces(weakTraces, traces),
    skipped: skipped.slice(0, ANONYMISATION_LIMITS.skippedShownMax),
    skippedCount: skipped.length,
  }
}

function toLeak(leak: FoundLeak, traces: Traces): z.infer<typeof Leak> {
  const organisation = traces.organisations.find(({ id }) => id === leak.organisationId)?.names[0]
  return {
    format: OutgoingFormat.safeParse(leak.format).data ?? 'web',
    place: String(leak.offset),
    excerpt: leak.excerpt,
    trace: leak.trace,
    how: leak.how,
    ...(organisation === undefined ? {} : { organisation }),
  }
}
