/** Everything that could identify the providers of a case, entered by themselves or the hub. Never leaves the hub. */
export interface Traces {
  readonly organisations: readonly TraceOrganisation[]
}

/** How an organisation stands to the case. `partner` covers anyone the provider trades with. */
export type TraceRole = 'provider' | 'affiliate' | 'partner' | 'other-provider'

export interface TraceOrganisation {
  readonly id: string
  readonly role: TraceRole
  /** Names, abbreviations, former names, brands, in any script. */
  readonly names: readonly string[]
  /** Web and mail domains, lower-case ASCII. */
  readonly domains: readonly string[]
  readonly people: readonly TracePerson[]
  readonly hosts: readonly string[]
  /** Addresses, and networks as `address/bits`; an IPv6 address alone stands for its /64, which one site has. */
  readonly ipAddresses: readonly string[]
  /** Telephone, account, customer numbers, as people write them. */
  readonly numbers: readonly string[]
}

export interface TracePerson {
  /** Spellings of one person's name: kanji, kana, romaji. Surname and given name parted by a space when known. */
  readonly names: readonly string[]
  readonly addresses: readonly string[]
  /** Named executives are called 経営者 in a bulletin, everyone else 担当者. */
  readonly isExecutive?: boolean
}
