import type { Bilingual } from '../bilingual.ts'
import type { ByteRange, Link, Message } from '../evidence/message.ts'
import type { Artefact } from '../evidence/artefact.ts'
import type { LookalikeEdit } from '../register/lookalike-edit.ts'
import type { Knowledge } from '../knowledge.ts'
import type { RegisterIndex } from '../register/register.ts'
import type { FileMatch } from '../yara/scan-artefacts.ts'

export type { LookalikeEdit }

/** How much a finding says by itself: 強・中・弱. Never a verdict on the mail. */
export type Weight = 'strong' | 'medium' | 'weak'

/** Where a finding was seen, exactly enough to highlight it. */
export interface Place {
  /** Path of the message or part, see `Part.path`. */
  readonly path: string
  /** Header name as written, when it was seen in a header. */
  readonly header?: string
  /** Line in the message's bytes, from 1. */
  readonly line?: number
  /** Bytes that show it; offsets in `Message.bytes` of the mail being analysed. */
  readonly range: ByteRange
  /** Position in `Part.text` (UTF-16 units), when it was seen in decoded text. */
  readonly textRange?: ByteRange
  /** Position in the bytes of the file at `path`, when it was seen inside a file. */
  readonly fileRange?: ByteRange
  /** The decoded text at that place, at most 200 characters. Hostile text: show defanged. */
  readonly excerpt: string
}

/** Further evidence that has its own picture in the interface. */
export type Detail =
  | {
      readonly kind: 'lookalike'
      readonly genuine: string
      readonly observed: string
      /** Whose domain is imitated: the recipient's own, a member's, a watched partner's, a correspondent's, a well-known service's. */
      readonly relation: 'recipient' | 'member' | 'partner' | 'correspondent' | 'well-known'
      readonly owner?: string
      readonly edits: readonly LookalikeEdit[]
      /** Invented pair of names with the same edits, safe to publish. */
      readonly synthetic: {
        readonly genuine: string
        readonly observed: string
        readonly edits: readonly LookalikeEdit[]
      }
    }
  | {
      readonly kind: 'url'
      /** From what one sees to where it leads. */
      readonly steps: readonly {
        readonly role: 'seen' | 'wrapper' | 'target'
        readonly value: string
        readonly service?: string
      }[]
      readonly tokens: readonly {
        readonly raw: string
        readonly decoded: string
        readonly encoding: string
      }[]
    }
  | {
      /** Expressions that were found, with the words that matched. */
      readonly kind: 'words'
      readonly rules: readonly {
        readonly rule: string
        readonly label: Bilingual
        readonly quotes: readonly string[]
      }[]
    }
  | {
      readonly kind: 'authentication'
      readonly checks: readonly {
        /** `spf`, `dkim`, `dmarc`, `arc` and the like (RFC 8601 §2.7). */
        readonly method: string
        readonly result: string
        /** What was authenticated. */
        readonly domain?: string
        /** Whether that is the organisation of From. */
        readonly isAligned?: boolean
        /** Server that recorded it. */
        readonly by?: string
        /** Recorded behind the trust boundary, or computed here. */
        readonly isTrusted: boolean
      }[]
    }
  | {
      /** What was seen inside a file. */
      readonly kind: 'file'
      readonly fileName: string
      readonly signs: readonly { readonly kind: string; readonly excerpt: string }[]
      readonly facts: readonly { readonly name: string; readonly value: string }[]
    }
  | {
      /** When a domain was registered, beside the day of the mail. */
      readonly kind: 'registration'
      readonly domain: string
      readonly registeredOn?: string
      /** Day on which the mail arrived, in Japan Standard Time. */
      readonly arrivedOn?: string
      readonly registrar?: string
      readonly registrant?: string
      /** Another domain of the same registrant, and the one it resembles. */
      readonly sibling?: { readonly domain: string; readonly genuine: string }
    }
  | {
      readonly kind: 'addresses'
      readonly pairs: readonly {
        readonly role: string
        readonly shown: string
        readonly genuine?: string
      }[]
    }

export interface Finding {
  readonly technique: string
  readonly weight: Weight
  readonly where: Place
  /** Further places of the same finding. */
  readonly alsoWhere?: readonly Place[]
  /** One plain sentence a member understands: what is seen and why it matters. Hostile values in it are defanged. */
  readonly say: Bilingual
  readonly detail?: Detail
}

export interface TechniqueContext {
  /** Names and domains of the recipient, the community and its partners. */
  readonly register: RegisterIndex
  /** Everything opened from the mail, archives included. */
  readonly artefacts: readonly Artefact[]
  /** Links of the mail and of every file opened from it, in that order. */
  readonly links: readonly Link[]
  readonly knowledge: Knowledge
  /** The hub's own YARA rules that are met. */
  readonly ruleMatches: readonly FileMatch[]
}

/** What people read about a technique, whatever it is seen in. */
export interface TechniqueDescription {
  /** SPEC's id without `T-`; travels in exports, never renamed or reused. */
  readonly id: string
  readonly title: Bilingual
  /** What the trick is and what it is for, two or three sentences. */
  readonly about: Bilingual
  /** MITRE ATT&CK ids, current ones only. */
  readonly attack: readonly string[]
  readonly weight: Weight
  /** Innocent explanations, shown beside every finding. */
  readonly innocent: readonly Bilingual[]
  readonly blindSpots: readonly Bilingual[]
  /** What a reader of a warning should do. */
  readonly advice: Bilingual
  /** Where the reports describe it. */
  readonly source: string
}

/** A technique that is seen in mails. */
export interface Technique extends TechniqueDescription {
  /** First stage: asked of the mail alone. */
  detect?(message: Message, context: TechniqueContext): readonly FindingDraft[]
  /**
   * Second stage: asked when the first is over, with everything it found. For what means something
   * only in company, such as words about money in a mail whose sender is forged.
   */
  detectAfter?(
    message: Message,
    context: TechniqueContext,
    found: readonly Finding[],
  ): readonly FindingDraft[]
}

/** What a detector returns; the runner adds technique id, and its weight unless given. */
export type FindingDraft = Omit<Finding, 'technique' | 'weight'> & { readonly weight?: Weight }

/** Holds a detector to the type while keeping its literal id. */
export function defineTechnique<const T extends Technique>(technique: T): T {
  return technique
}
