import type { z } from 'zod'
import { type Leak as FoundLeak, release, type ReleasableBulletin, type Traces } from 'engine'
import { OutgoingFormat, type Leak, type LeakCheck } from 'contract/bulletin'
import type { BulletinRecord } from './bulletin-record.ts'
import { type OutgoingFacts, type OutgoingForms, renderOutgoing } from './outgoing-forms.ts'

export interface OutgoingCheck {
  readonly check: LeakCheck
  /** Present only when nothing was found: what may leave, and the bytes it leaves as. */
  readonly cleared?: { readonly releasable: ReleasableBulletin; readonly forms: OutgoingForms }
}

/**
 * Builds the bytes of every format and searches them for everything known of the providers (SPEC A-2).
 * The text itself is searched first: only a text without traces is made into STIX and the others at all.
 */
export function checkOutgoing(
  bulletin: BulletinRecord,
  { traces, facts, now }: { traces: Traces; facts: OutgoingFacts; now: Date },
): OutgoingCheck {
  const options = { permitted: permittedValues(bulletin) }
  const frame = { checkedAt: now.toISOString(), contentHash: bulletin.contentHash }
  const text = release(bulletin.content, [], traces, options)
  if (!text.ok) return { check: toDirtyCheck(frame, text.leaks, traces) }

  const forms = renderOutgoing(text.releasable, facts)
  const all = release(
    bulletin.content,
    forms.list.map(({ format, bytes }) => ({ format, bytes })),
    traces,
    options,
  )
  if (!all.ok) return { check: toDirtyCheck(frame, all.leaks, traces) }
  const check: LeakCheck = {
    ...frame,
    clean: true,
    traceCount: all.checked[0]?.traceCount ?? 0,
    encodedForms: all.checked[0]?.encodedForms ?? 0,
    formats: forms.list.map(({ format, bytes }) => ({ format, sizeBytes: bytes.byteLength })),
    leaks: [],
  }
  return { check, cleared: { releasable: all.releasable, forms } }
}

/** Identifying values that go out with the provider's permission, which is asked for with the approval. */
export function permittedValues({
  questions,
  decisions,
}: Pick<BulletinRecord, 'questions' | 'decisions'>): string[] {
  return questions.flatMap(({ questionId, value }) =>
    decisions[questionId] === 'ask' ? [value] : [],
  )
}

function toDirtyCheck(
  frame: Pick<LeakCheck, 'checkedAt' | 'contentHash'>,
  leaks: readonly FoundLeak[],
  traces: Traces,
): LeakCheck {
  const counts = { traceCount: 0, encodedForms: 0, formats: [] }
  return { ...frame, ...counts, clean: false, leaks: leaks.map((leak) => toLeak(leak, traces)) }
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
