import type { BulletinIndicator } from 'engine'

/** Object path that each kind of indicator is compared with (STIX 2.1 §9.7). */
const PATHS: Readonly<Record<BulletinIndicator['type'], string>> = {
  'email-address': 'email-addr:value',
  domain: 'domain-name:value',
  url: 'url:value',
  ipv4: 'ipv4-addr:value',
  ipv6: 'ipv6-addr:value',
  sha256: "file:hashes.'SHA-256'",
  'file-name': 'file:name',
  subject: 'email-message:subject',
}

/** What stands for a part left out: one or more characters of any kind. */
const LEFT_OUT = /\*{4}|\{token\}/gu

/** A STIX pattern: equality, or a regular expression where parts were left out. */
export function toPattern({ type, value, isPattern }: BulletinIndicator): string {
  // A network instead of an address (STIX 2.1 §9.6.1).
  if (type === 'ipv6' && value.includes('/')) return `[${PATHS.ipv6} ISSUBSET '${value}']`
  if (isPattern !== true) return `[${PATHS[type]} = '${escapeLiteral(value)}']`
  const expression = value.split(LEFT_OUT).map(escapeExpression).join('.+')
  return `[${PATHS[type]} MATCHES '${escapeLiteral(`^${expression}$`)}']`
}

/** String literals escape the quote and the backslash (STIX 2.1 §9.6). */
const escapeLiteral = (text: string): string => text.replace(/[\\']/gu, '\\$&')

/** Perl-compatible expressions (§9.6.1): every character with a meaning stands for itself. */
const escapeExpression = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&')
