import { parseReceivedSpf } from './parse-received-spf.ts'
import { parseResults, type RecordedResult } from './parse-results.ts'
import { toOrganisation } from '../../evidence/headers/organisation.ts'
import type { HeaderField } from '../../evidence/message.ts'

/** What the receiving servers found out about the domain of `From`; absent where they said nothing of it. */
export type SenderVerdict = 'proved' | 'disproved'

/**
 * Reads what stands in the fields of the receiving servers: DMARC decides, and where no policy was found the SPF of that
 * very domain does. That nothing was signed says nothing. Fields that the sender may have written are not asked: with
 * one he would keep his own domain off the lists for blocking.
 */
export function judgeSender(
  inside: readonly HeaderField[],
  senders: readonly string[],
): SenderVerdict | undefined {
  const own = new Set(senders.map(toOrganisation))
  const results = inside.flatMap(readResults)
  const ofDmarc = results.filter(({ method }) => method === 'dmarc').map(({ result }) => result)
  const aligned = results.filter(
    (one) =>
      (one.method === 'spf' || one.method === 'dkim') &&
      own.has(toOrganisation(findIdentity(one) ?? '')),
  )
  if (ofDmarc.includes('pass') || aligned.some(({ result }) => result === 'pass')) return 'proved'
  if (ofDmarc.includes('fail')) return 'disproved'
  return aligned.some(({ method, result }) => method === 'spf' && FAILED.has(result))
    ? 'disproved'
    : undefined
}

const FAILED: ReadonlySet<string> = new Set(['fail', 'softfail', 'hardfail'])

function readResults({ key, value }: HeaderField): readonly RecordedResult[] {
  if (key === 'authentication-results') return parseResults(value).results
  if (key !== 'received-spf') return []
  const read = parseReceivedSpf(value)
  return read === undefined ? [] : [read.result]
}

function findIdentity({ properties }: RecordedResult): string | undefined {
  const names = ['smtp.mailfrom', 'smtp.mail', 'header.d', 'header.i']
  const value = names.flatMap((name) => properties.get(name) ?? [])[0]
  return value
    ?.slice(value.lastIndexOf('@') + 1)
    .replace(/[<>"]/gu, '')
    .toLowerCase()
}
