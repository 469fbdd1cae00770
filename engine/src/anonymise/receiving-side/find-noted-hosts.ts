import type { HeaderField } from '../../evidence/message.ts'

const HOST = String.raw`((?:[a-z\d_](?:[a-z\d_-]{0,62}))(?:\.[a-z\d_-]{1,63}){0,20}\.[a-z][a-z\d-]{1,62})`
const hostAfter = (before: string): RegExp => new RegExp(`${before}${HOST}(?![\\w.-])`, 'iu')

/** Where a server that received a mail names itself, field by field (RFC 8601 §2.2, RFC 8617, RFC 7208 §9.1). */
const NOTES: ReadonlyMap<string, readonly RegExp[]> = new Map([
  ['authentication-results', [hostAfter(String.raw`^\s{0,8}`)]],
  ['x-original-authentication-results', [hostAfter(String.raw`^\s{0,8}`)]],
  ['arc-authentication-results', [hostAfter(String.raw`^\s{0,8}(?:i=\d{1,3};\s{0,8})?`)]],
  [
    'received-spf',
    [
      hostAfter(String.raw`\breceiver=["<]?`),
      new RegExp(String.raw`^\s{0,8}[a-z]{1,12}\s{1,8}\(${HOST}:`, 'iu'),
    ],
  ],
  ['x-spam-checker-version', [hostAfter(String.raw`\bon\s{1,8}`)]],
  ['x-virus-scanned', [hostAfter(String.raw`\b(?:at|by|on)\s{1,8}`)]],
  ['x-ms-exchange-organization-authsource', [hostAfter(String.raw`^\s{0,8}`)]],
])

/** Fields are one line each; what is longer was made to be slow to read. */
const FIELD_CHARS_MAX = 2_000

/** Servers that name themselves in fields which those who receive a mail write. A sender can write them too. */
export const findNotedHosts = (fields: readonly HeaderField[]): readonly string[] =>
  fields.flatMap(({ key, value }) =>
    (NOTES.get(key) ?? []).flatMap((note) => {
      const host = note.exec(value.slice(0, FIELD_CHARS_MAX))?.[1]
      return host === undefined ? [] : [host.toLowerCase()]
    }),
  )
