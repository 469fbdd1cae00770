import type { Indicator } from '../../evidence/artefact.ts'
import type { BulletinIndicator, OmittedKind } from '../bulletin-content.ts'
import { decidedChoice, type Choice, type QuestionDraft } from '../question.ts'
import type { Redactor } from '../redact/redact-text.ts'
import type { CaseRecord } from './case-record.ts'
import type { Witness } from './list-met-domains.ts'

/** What the indicators of one case have come to so far. */
export interface Draft {
  readonly record: CaseRecord
  readonly redactor: Redactor
  /** Domains on the recipients' side that only the mails tell of, with what showed each. */
  readonly met: ReadonlyMap<string, Witness>
  readonly indicators: Map<string, BulletinIndicator>
  readonly questions: QuestionDraft[]
  readonly omitted: Set<OmittedKind>
  readonly identifying: Set<string>
  /** Places in the path of a link that differ from mail to mail. */
  readonly varyingParts: (url: string) => readonly number[]
}

export function put(
  draft: Draft,
  { type, context }: Pick<Indicator, 'type' | 'context'>,
  value: string,
  isPattern = false,
): void {
  const key = `${type} ${value}`
  if (draft.indicators.has(key) || value.length > 2000) return
  // The last look before the allow-list: whatever rule let it through, a known name does not pass.
  if (!draft.identifying.has(value) && draft.redactor.context.registered.has(value)) return
  draft.indicators.set(key, { type, value, context, ...(isPattern ? { isPattern } : {}) })
}

export function ask(question: QuestionDraft, draft: Draft): Choice {
  draft.questions.push(question)
  return decidedChoice(question, draft.record.decisions)
}
