import type { HeaderField } from '../../evidence/message.ts'
import { findAddressesInText } from '../../techniques/reading/text-addresses.ts'
import { listIds } from './read-rewriting.ts'

const NAMING: ReadonlySet<string> = new Set(['x-ml-name', 'x-list-name', 'x-mailing-list-name'])
const WITH_ADDRESS: ReadonlySet<string> = new Set([
  'list-post',
  'x-beenthere',
  'x-ml-address',
  'x-mailing-list',
  'mailing-list',
  'x-loop',
])
const FIELD_CHARS_MAX = 2_000
const NAMES_MAX = 20

/** What the lists that passed a mail on are called: they write it before its subject. */
export function listListNames(fields: readonly HeaderField[]): readonly string[] {
  const names = fields.flatMap(({ key, value: whole }) => {
    const value = whole.slice(0, FIELD_CHARS_MAX)
    if (NAMING.has(key)) return [value]
    if (WITH_ADDRESS.has(key)) return findAddressesInText(value).map(({ localPart }) => localPart)
    return key === 'list-id' ? listOfId(value) : []
  })
  const plain = names.map((name) => name.trim().toLowerCase())
  return [...new Set(plain)].filter((name) => name.length >= 2).slice(0, NAMES_MAX)
}

/** `Narumi office <narumi-office.ml.example>`: the phrase, and the first label (RFC 2919 §3). */
const listOfId = (value: string): readonly string[] => [
  value.split('<', 1)[0]?.replace(/["']/gu, '').trim().slice(0, 60) ?? '',
  ...listIds(value).map((id) => id.split('.', 1)[0] ?? ''),
]
