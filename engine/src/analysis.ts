import type { Bilingual } from './bilingual.ts'
import type { Artefact, Indicator } from './evidence/artefact.ts'
import type { Message, Problem } from './evidence/message.ts'
import type { Finding } from './techniques/technique.ts'

/** What kind of attack a mail is (SPEC K-1). */
export const CLASSIFICATIONS = [
  'targeted',
  'mass-mailed',
  'bec-type-1',
  'bec-type-2',
  'bec-type-3',
  'bec-type-4',
  'bec-type-5',
  'credential-phishing',
  'malware-mail',
  'malicious-traffic',
  'intrusion',
  'ransomware',
  'coin-miner',
  'fake-site',
  'harmless',
  'unclear',
  'other',
] as const
export type Classification = (typeof CLASSIFICATIONS)[number]

export interface ProposedClassification {
  readonly value: Classification
  readonly confidence: 'strong' | 'medium' | 'weak'
  /** One sentence per reason, those that speak against it included. */
  readonly reasons: readonly Bilingual[]
  /** Whether it was meant for these recipients or scattered, as far as one mail tells. */
  readonly reach?: Reach
  /** Why it looks so, what speaks against it included. */
  readonly reachReasons?: readonly Bilingual[]
}

export type Reach = 'targeted' | 'mass' | 'unclear'

/** Everything the engine says about one mail. */
export interface MailAnalysis {
  readonly sha256: string
  readonly sizeBytes: number
  readonly message: Message
  readonly classification: ProposedClassification
  readonly findings: readonly Finding[]
  readonly artefacts: readonly Artefact[]
  readonly indicators: readonly Indicator[]
  readonly problems: readonly Problem[]
}
