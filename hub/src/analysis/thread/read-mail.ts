import {
  analyse,
  renderSafeHtml,
  suggestTraces,
  type CompiledRules,
  type Finding,
  type ForwardRole,
  type Knowledge,
  type MailAnalysis,
  type RegisterIndex,
} from 'engine'
import { arrivalTime } from './arrival-time.ts'
import { drawFiles, takeFiles } from './draw-files.ts'
import { drawMail } from './draw-mail.ts'
import { findShownHtml } from './draw-parts.ts'
import { analysisLimits as limits } from '../limits.ts'
import type { FindingRecord, MailRecord } from './mail-record.ts'
import { toOperationKey } from './operation-key.ts'
import { toProblemView } from './problem-view.ts'
import { toStorable, toStorableText } from './storable-text.ts'

/** What every mail is read with: names, recorded knowledge, rules. */
export interface ReadingContext {
  readonly register: RegisterIndex
  readonly knowledge: Knowledge
  readonly rules?: CompiledRules
}

interface MailReadingOptions extends ReadingContext {
  /** Words from the other mails of its submission. */
  readonly passwords: readonly string[]
  readonly submittedAt: Date
  /** Name of the file, when it was no mail and one was made around it. */
  readonly bareFileName?: string
  /** What it may be in a forward, where nobody can say for certain. */
  readonly roles?: readonly ForwardRole[]
}

/** Analyses one mail and puts down everything the hub keeps of it. Runs in the parsing thread. */
export async function readMail(
  bytes: Uint8Array,
  { submittedAt, bareFileName, roles, ...options }: MailReadingOptions,
): Promise<MailRecord> {
  const analysis = await analyse(bytes, options)
  const { message } = analysis
  const artefacts = analysis.artefacts.slice(0, limits.artefactsMax)
  const picture = drawMail(message, artefacts, options.register)
  const arrivedAt = arrivalTime(message, submittedAt)
  const operationKey = toOperationKey(analysis)
  const html = findShownHtml(message)?.text
  return {
    sha256: analysis.sha256,
    sizeBytes: analysis.sizeBytes,
    subject: rowText(bareFileName ?? message.subject),
    isFile: bareFileName !== undefined,
    fromAddress: rowText(message.from?.address ?? ''),
    ...(message.sentAt === undefined ? {} : { sentAt: message.sentAt }),
    ...(arrivedAt === undefined ? {} : { arrivedAt }),
    ...(operationKey === undefined ? {} : { operationKey }),
    ...(html === undefined ? {} : { safeHtml: toStorableText(renderSafeHtml(html).html) }),
    picture: toStorable({
      ...picture,
      ...(roles === undefined ? {} : { roles: roles.map(toRole) }),
    }),
    artefacts: toStorable(drawFiles(artefacts, picture.parts)),
    files: takeFiles(artefacts),
    sightings: toStorable(suggestTraces(message, options.register)),
    ...readLists(analysis),
  }
}

type Lists = Pick<MailRecord, 'proposal' | 'problems' | 'findings' | 'indicators'>

function readLists(analysis: MailAnalysis): Lists {
  const { classification } = analysis
  return toStorable<Lists>({
    proposal: {
      value: classification.value,
      confidence: classification.confidence,
      reasons: [...classification.reasons],
      ...(classification.reach === undefined ? {} : { reach: classification.reach }),
      ...(classification.reachReasons === undefined
        ? {}
        : { reachReasons: [...classification.reachReasons] }),
    },
    problems: analysis.problems.slice(0, limits.problemsMax).map(toProblemView),
    findings: analysis.findings.slice(0, limits.findingsMax).map(toFindingRecord),
    indicators: analysis.indicators
      .filter((indicator) => indicator.value.length <= limits.indicatorCharsMax)
      .slice(0, limits.indicatorsMax)
      .map(({ type, value, context, path }) => ({ type, value, context, path })),
  })
}

function toFindingRecord(finding: Finding): FindingRecord {
  // The engine's shapes are those of the contract with `readonly`; a copy through JSON-like
  // values drops nothing and keeps what a later engine adds out of the row.
  return {
    technique: finding.technique,
    weight: finding.weight,
    where: toPlace(finding.where),
    alsoWhere: (finding.alsoWhere ?? []).map(toPlace),
    say: { ja: finding.say.ja, en: finding.say.en },
    ...(finding.detail === undefined
      ? {}
      : { detail: structuredClone(finding.detail) as NonNullable<FindingRecord['detail']> }),
  }
}

function toPlace(place: Finding['where']): FindingRecord['where'] {
  return {
    path: place.path,
    ...(place.header === undefined ? {} : { header: place.header }),
    ...(place.line === undefined ? {} : { line: place.line }),
    range: { start: place.range.start, end: place.range.end },
    ...(place.textRange === undefined
      ? {}
      : { textRange: { start: place.textRange.start, end: place.textRange.end } }),
    ...(place.fileRange === undefined
      ? {}
      : { fileRange: { start: place.fileRange.start, end: place.fileRange.end } }),
    excerpt: place.excerpt,
  }
}

const toRole = (role: ForwardRole): ForwardRole => ({ ...role, by: rowText(role.by) })

function rowText(text: string): string {
  return toStorableText(text.slice(0, limits.rowTextCharsMax))
}
