import type { Indicator } from '../../evidence/artefact.ts'
import type { CaseMail } from './case-record.ts'

/** A mail of more files is asked about once. */
const HASHES_ALONE_MAX = 3

/**
 * The hashes that one question is about, by each of them: the files of one mail, where it has many, and those of every
 * mail of many that shares a file with it. Asked about mail by mail, the same file had two answers, and that the
 * one left it out would tell whoever handed in the other mail that somebody else has the file.
 */
export function listHashGroups(mails: readonly CaseMail[]): (sha256: string) => readonly string[] {
  const groups = new Map<string, ReadonlySet<string>>()
  for (const mail of mails) {
    const own = listFileHashes(mail)
    if (own.size <= HASHES_ALONE_MAX) continue
    const joined = new Set([...own].map((hash) => groups.get(hash)))
    const group = new Set([...own, ...[...joined].flatMap((one) => [...(one ?? [])])])
    for (const hash of group) groups.set(hash, group)
  }
  // In one order, whichever mail came first.
  const sorted = new Map([...new Set(groups.values())].map((group) => [group, [...group].sort()]))
  return (sha256) => {
    const group = groups.get(sha256)
    return (group && sorted.get(group)) ?? [sha256]
  }
}

const listFileHashes = ({ indicators }: CaseMail): ReadonlySet<string> =>
  new Set(indicators.filter(isFileHash).map(({ value }) => value.toLowerCase()))

/** Of a file that came with the mail. */
export const isFileHash = ({ type, context }: Indicator): boolean =>
  type === 'sha256' && (context === 'attachment' || context === 'archive-member')
