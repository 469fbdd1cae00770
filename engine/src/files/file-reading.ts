import type { Link } from '../evidence/message.ts'
import type { ByteRange } from '../evidence/message.ts'
import type { ProblemCode } from '../evidence/problem.ts'
import type { ArchiveMember, UnpackBudget } from './archives/archive-member.ts'

/**
 * Things in a file that act, hide or deceive. A reader reports what it sees; techniques decide what
 * it means, and a kind without a technique is shown to the analyst all the same.
 */
export const SIGN_KINDS = [
  // Office documents (MS-OVBA, MS-XLS, ECMA-376) and RTF.
  'vba-macro',
  'vba-auto-run',
  'vba-call',
  'xlm-macro',
  'dde',
  'remote-template',
  'equation-object',
  'embedded-object',
  'external-link',
  'activex-control',
  'enable-content-lure',
  'encrypted-document',
  // PDF (ISO 32000).
  'pdf-script',
  'pdf-launch',
  'pdf-open-action',
  'pdf-form-target',
  // HTML files.
  'html-redirect',
  'html-form',
  'html-password-field',
  'html-smuggling',
  'html-obfuscated-script',
  // Programs, scripts and shortcuts.
  'executable',
  'script-download',
  'script-execution',
  'script-obfuscation',
  'shortcut-command',
  'web-query',
  'internet-shortcut',
  'onenote-file',
  'msbuild-task',
  'scheduled-task',
  'embedded-executable',
  'encoded-executable',
  'encoded-powershell',
  // Pictures.
  'qr-code',
] as const
export type SignKind = (typeof SIGN_KINDS)[number]

/** One thing of a kind, as it stands in the file. */
export interface FileSign {
  readonly kind: SignKind
  /** What shows it, decoded, at most 500 characters. Hostile text. */
  readonly excerpt: string
  /** Where it stands in the file's own bytes, when it stands there unpacked. */
  readonly range?: ByteRange
}

/** A link, action or automatic load found in a file. Never followed. */
export type FileLink = Pick<Link, 'url' | 'text' | 'kind'>

/** A property the file states about itself: author, times, compiler, imports, sections, size in pixels. */
export interface FileFact {
  /** Kebab-case name; `docs/how-to/analyse.md` lists them. */
  readonly name: string
  /** As written, at most 500 characters. Hostile text. */
  readonly value: string
}

/** What was read in one file without running it. Every list is bounded by `limits`. */
export interface FileReading {
  /** Files inside it: members of an archive, attachments and objects of a document. */
  readonly members?: readonly ArchiveMember[]
  /** What the members are called in the tree; `archive-member` when absent. */
  readonly membersAre?: 'archive-member' | 'embedded'
  /** Bytes of the mail that the file carries in another form (.msg); read as a nested mail. */
  readonly mail?: Uint8Array
  /** Text a reader of the file sees, at most `limits.fileTextCharsMax` characters. */
  readonly text?: string
  readonly links?: readonly FileLink[]
  readonly signs?: readonly FileSign[]
  readonly facts?: readonly FileFact[]
  /** Why something in it stayed closed. */
  readonly problems?: readonly ProblemCode[]
}

export interface FileToRead {
  readonly bytes: Uint8Array
  /** Detected, not declared. */
  readonly type: string
  readonly fileName: string
  /** To be tried on what is encrypted, likeliest first. */
  readonly passwords: readonly string[]
  /** Shared by everything unpacked from one piece of evidence. */
  readonly budget: UnpackBudget
}

/** Knows one format. Never throws for what is in the file; whoever calls it is prepared all the same. */
export interface FileReader {
  /** Name of the format, as its folder. */
  readonly format: string
  /** How dear a byte is to it, in units of 20 ms a megabyte; one when absent. */
  readonly weight?: number
  /** Whether it reads files of this detected type; cheap, for it is asked for every file. */
  reads(type: string, fileName: string): boolean
  read(file: FileToRead): FileReading | Promise<FileReading>
}
