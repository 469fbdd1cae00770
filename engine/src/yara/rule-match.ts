import type { ByteRange } from '../evidence/message.ts'

/** YARA rules of the hub's own, one text with any number of rules. */
export interface RuleSource {
  /** Travels with every match; at most 100 characters. */
  readonly id: string
  readonly text: string
}

/** A rule that is met by a file. */
export interface RuleMatch {
  readonly rule: string
  readonly sourceId: string
  readonly tags: readonly string[]
  /** The rule's `meta` section; values as text. */
  readonly meta: Readonly<Record<string, string>>
  /** Where its patterns stand in the file, the first of them. */
  readonly places: readonly { readonly pattern: string; readonly range: ByteRange }[]
}

/** Rules ready to be asked. They hold memory outside the heap until they are closed. */
export interface CompiledRules {
  /** Rules that these bytes meet. What takes too long is left out and said in `isCut`. */
  scan(bytes: Uint8Array): { readonly matches: readonly RuleMatch[]; readonly isCut: boolean }
  close(): void
}

/** Why a text was not taken, as the compiler says it: line, column and what was expected. */
export interface RuleError {
  readonly sourceId: string
  readonly message: string
}
