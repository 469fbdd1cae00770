import type { AliasTable } from '../aliases.ts'
import type { Decisions } from '../question.ts'
import type { Traces } from '../traces.ts'
import type { ImitationIndex } from './find-imitated.ts'
import type { NameIndex } from './match-names.ts'
import type { Owners } from './owners.ts'

/** What is known to be the attacker's and therefore stays readable. Everything lower case and refanged. */
export interface AttackerFacts {
  readonly addresses: ReadonlySet<string>
  readonly domains: ReadonlySet<string>
  readonly urls: ReadonlySet<string>
  readonly ipAddresses: ReadonlySet<string>
  /** Look-alike domains the analysis found, with the organisation they imitate. */
  readonly lookalikes: ReadonlyMap<string, string>
}

export const NO_ATTACKER_FACTS: AttackerFacts = {
  addresses: new Set(),
  domains: new Set(),
  urls: new Set(),
  ipAddresses: new Set(),
  lookalikes: new Map(),
}

/** Everything the marking steps need, made once per case. */
export interface RedactionContext {
  readonly aliases: AliasTable
  readonly traces: Traces
  readonly attacker: AttackerFacts
  readonly decisions: Decisions
  /** Registered names, and people whom the evidence names beside addresses of known organisations. */
  readonly names: NameIndex
  /** Registered names alone: what they stand in does not go out, whoever wrote it. */
  readonly registered: NameIndex
  readonly imitated: ImitationIndex
  /** Whether a word is a registered name or domain but for a letter or two, by which an attacker marks a recipient. */
  readonly isLikeName: (word: string) => boolean
  /** Whom the mails were for, as they alone tell: what says their names stays inside unless a person lets it out. */
  readonly recipients: NameIndex
  /** Domains that resemble one on the recipients' side which the mails alone tell of. */
  readonly resembled: ImitationIndex
  readonly owners: Owners
}
