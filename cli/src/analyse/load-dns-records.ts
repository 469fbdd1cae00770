import { type DnsRecord, parseDnsAnswers, type UnreadLine } from 'engine'
import type { Language } from '../words.ts'
import { readText } from './read-text.ts'

const REASONS = {
  'no-name': { ja: '値だけで名前がない', en: 'a value without a name' },
  'bad-name': { ja: 'ドメイン名が途中まで', en: 'not a whole domain name' },
  'bad-value': { ja: '種類に合わない値', en: 'a value that does not fit its type' },
  'cut-off': { ja: '引用符が閉じていない', en: 'a quotation mark is not closed' },
  'no-answer': { ja: 'サーバーが回答していない', en: 'the server had no answer' },
  'over-many': { ja: '一度に読める量を超えた', en: 'more than can be read at a time' },
} as const satisfies Record<UnreadLine['reason'], Record<Language, string>>

/**
 * Reads files of DNS answers. A line that cannot be read ends the run before it begins: a key that
 * silently does not count would make "cannot be verified" a lie.
 */
export function loadDnsRecords(files: readonly string[], language: Language): DnsRecord[] {
  return files.flatMap((file) => {
    const { records, unread } = parseDnsAnswers(readText(file))
    const [first] = unread
    if (first !== undefined)
      throw new Error(`${file}:${first.line}: ${REASONS[first.reason][language]}`)
    if (records.length === 0) throw new Error(`${file}: ${NOTHING[language]}`)
    return [...records]
  })
}

const NOTHING = { ja: 'DNSの回答がない', en: 'no DNS answer in it' }
