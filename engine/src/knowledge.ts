/**
 * What is known beside the mail and the register: answers that an analyst or a connector recorded.
 * Nothing is ever looked up here, so one mail with one knowledge always gives one analysis.
 */
export interface Knowledge {
  /** Registrations of domains, from WHOIS or RDAP (RFC 9083) records. */
  readonly registrations?: readonly DomainRegistration[]
  /** Recorded DNS answers: public keys, SPF and DMARC policies. */
  readonly dnsRecords?: readonly DnsRecord[]
  /** Rules by which a campaign builds its sender addresses. */
  readonly namingRules?: readonly NamingRule[]
}

export interface DomainRegistration {
  /** Registrable domain in lower-case ASCII. */
  readonly domain: string
  /** Day of registration, `YYYY-MM-DD`. */
  readonly registeredOn?: string
  readonly registrar?: string
  readonly registrant?: string
  /** Where it was read: `whois`, `rdap`, `analyst`. */
  readonly source: string
}

export interface DnsRecord {
  readonly name: string
  /** Addresses and mail hosts are asked for by SPF policies. */
  readonly type: 'TXT' | 'A' | 'AAAA' | 'MX'
  /** One string for each record: a text with its character-strings joined (RFC 7208 §3.3), an address, a host. */
  readonly values: readonly string[]
  /** Day on which the answer was given, `YYYY-MM-DD`; keys and policies change. */
  readonly recordedOn?: string
}

/** Local parts built from words of the given sets, in that order, with anything between them. */
export interface NamingRule {
  readonly id: string
  readonly title: string
  readonly words: readonly (readonly string[])[]
}
