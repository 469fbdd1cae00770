import type { Classification } from '../../analysis.ts'
import type { Bilingual } from '../../bilingual.ts'
import type { Indicator } from '../../evidence/artefact.ts'
import type { ForwardRole } from '../../evidence/submission/forward-role.ts'
import type { Finding } from '../../techniques/technique.ts'
import type { ProbeSummary, SourceSummary } from '../../web-log/log-summary.ts'
import type { AliasTable } from '../aliases.ts'
import type { Tlp } from '../bulletin-content.ts'
import type { Decisions } from '../question.ts'
import type { ReceivingSide } from '../receiving-side/receiving-side.ts'
import type { Traces } from '../traces.ts'

/** Everything a bulletin is drafted from. Lives inside the hub only. */
export interface CaseRecord {
  readonly classification: Classification
  readonly mails: readonly CaseMail[]
  readonly logs: readonly CaseLog[]
  /** The techniques named in the mails' findings and seen in the logs. */
  readonly techniques: readonly CaseTechnique[]
  readonly traces: Traces
  /** What the bulletin's earlier drafts called those in its text; empty for the first. */
  readonly aliases: AliasTable
  /** The highest sharing each provider allows (SPEC I-6). The strictest holds. */
  readonly tlpCeilings: readonly Tlp[]
  readonly decisions: Decisions
  /** What a person answered, where the text is written by other decisions until somebody permits it. */
  readonly answers?: Decisions
  /** Everybody registered at the hub: their domains, hosts, networks and addresses are never the attacker's. */
  readonly registered: Traces
}

export interface CaseMail {
  /** Organisation that provided it, as in the traces. */
  readonly providerId: string
  /** Day of arrival in Japan, `YYYY-MM-DD`; absent when unknown or withheld. */
  readonly arrivedOn?: string
  readonly findings: readonly Finding[]
  readonly indicators: readonly Indicator[]
  /** Who received it, as it tells itself; absent when its header was not read. */
  readonly recipients?: ReceivingSide
  /** Whether a file was handed in by itself and this mail was made around it. */
  readonly isFile?: boolean
  /** What it may be in a forward, where nobody can say for certain. */
  readonly roles?: readonly ForwardRole[]
  /** What the workbench shows beside the shared text: headers and body, decoded. */
  readonly texts: readonly CaseText[]
}

/** An access log of a case: what was counted in it, never its lines. */
export interface CaseLog {
  /** Organisation that provided it, as in the traces. */
  readonly providerId: string
  readonly kinds: readonly Pick<ProbeSummary, 'kind' | 'weight' | 'marks'>[]
  readonly sources: readonly CaseLogSource[]
  /** What the workbench shows beside the shared text: some lines. */
  readonly texts: readonly CaseText[]
}

/** A source that probed, with the days in Japan of its first and last request. */
export type CaseLogSource = Pick<
  SourceSummary,
  'address' | 'type' | 'count' | 'probes' | 'answered' | 'kinds' | 'holder' | 'agent'
> & { readonly firstOn?: string; readonly lastOn?: string }

export interface CaseText {
  readonly label: string
  readonly text: string
}

/** What a technique says of itself; the engine's list has it. */
export interface CaseTechnique {
  readonly id: string
  readonly title: Bilingual
  readonly advice: Bilingual
  readonly attack: readonly string[]
}
