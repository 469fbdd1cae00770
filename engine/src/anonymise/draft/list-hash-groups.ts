import type { Indicator } from '../../evidence/artefact.ts'
import type { CaseMail } from './case-record.ts'

/** A mail of more files is asked about once. */
const HASHES_ALONE_MAX = 3
/** More than a bulletin holds, and more than anybody answers for at once. */
const GROUP_MAX = 500

/**
 * The hashes that one question is about, by each of them: the files of one mail, where it has many, and those of every
 * mail of many that shares a file with it. Asked about mail by mail, the same file had two answers, and that the
 * one left it out would tell whoever handed in the other mail that somebody else has the file. Undefined where so many
 * hang together that nobody can be asked: they stay inside.
 */
export function listHashGroups(
  mails: readonly CaseMail[],
): (sha256: string) => readonly string[] | undefined {
  const parents = new Map<string, string>()
  for (const mail of mails) {
    const [first, ...others] = listFileHashes(mail)
    if (first === undefined || others.length < HASHES_ALONE_MAX) continue
    const root = findRoot(parents, first)
    for (const hash of others) parents.set(findRoot(parents, hash), root)
  }
  const groups = Map.groupBy(parents.keys(), (hash) => findRoot(parents, hash))
  // In one order, whichever mail came first.
  const sorted = new Map([...groups].map(([root, hashes]) => [root, hashes.toSorted()]))
  return (sha256) => {
    if (!parents.has(sha256)) return [sha256]
    const group = sorted.get(findRoot(parents, sha256)) ?? []
    return group.length > GROUP_MAX ? undefined : group
  }
}

/** Who stands for all that hang together (union and find by halving paths: Tarjan, van Leeuwen 1984). */
function findRoot(parents: Map<string, string>, hash: string): string {
  let at = hash
  for (;;) {
    const parent = parents.get(at)
    if (parent === undefined) parents.set(at, at)
    if (parent === undefined || parent === at) return at
    const next = parents.get(parent) ?? parent
    parents.set(at, next)
    at = next
  }
}

const listFileHashes = ({ indicators }: CaseMail): ReadonlySet<string> =>
  new Set(indicators.filter(isFileHash).map(({ value }) => value.toLowerCase()))

/** Of a file that came with the mail. */
export const isFileHash = ({ type, context }: Indicator): boolean =>
  type === 'sha256' && (context === 'attachment' || context === 'archive-member')
