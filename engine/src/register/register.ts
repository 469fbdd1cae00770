import type { LookalikeEdit } from './lookalike-edit.ts'

/** Names the analysis compares a mail with. The JSON form is what `noroshi analyse --register` reads. */
export interface Register {
  /** The organisation that received the mail, when known. */
  readonly recipient?: RegisterOrganisation
  /** Every organisation of the community. */
  readonly organisations: readonly RegisterOrganisation[]
}

export interface RegisterOrganisation {
  readonly name: string
  /** Other spellings: kanji, kana, romaji, abbreviations, brands. */
  readonly aliases: readonly string[]
  /** Web and mail domains, lower-case ASCII. */
  readonly domains: readonly string[]
  readonly people: readonly RegisterPerson[]
  /** Business partners (confidential watch list) whose domains are imitated too. */
  readonly partners: readonly {
    readonly name: string
    readonly aliases: readonly string[]
    readonly domains: readonly string[]
  }[]
  /** URL-rewriting services this organisation uses, by their id in the unwrapping table. */
  readonly urlServices: readonly string[]
}

export interface RegisterPerson {
  readonly name: string
  readonly aliases: readonly string[]
  readonly addresses: readonly string[]
  /** Named executives are what type 2 fraud borrows. */
  readonly isExecutive: boolean
}

export type DomainRelation = 'recipient' | 'member' | 'partner' | 'well-known'

/** A register made ready for many questions; built once by `buildRegister`. */
export interface RegisterIndex {
  readonly register: Register
  /** Owner of exactly this registrable domain. */
  ownerOf(
    organisationDomain: string,
  ): { readonly name: string; readonly relation: DomainRelation } | undefined
  /** Which protected domain does this observed one imitate? Best match first; empty when none. */
  findImitated(observedDomain: string): readonly ImitatedDomain[]
}

export interface ImitatedDomain {
  readonly genuine: string
  /** The observed name as it was compared: as a reader sees it, without labels that play no part. */
  readonly observed: string
  readonly owner: string
  readonly relation: DomainRelation
  readonly edits: readonly LookalikeEdit[]
  /** Sum of edit costs; lower is closer. */
  readonly cost: number
}
