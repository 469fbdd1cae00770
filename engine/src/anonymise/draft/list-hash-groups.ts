import type { Indicator } from '../../evidence/artefact.ts'
import { memoise } from '../../memoise.ts'
import type { CaseMail } from './case-record.ts'
import type { GroupOf } from './group-question.ts'
import { groupTogether } from './group-together.ts'

/** A mail of more files is asked about once. */
const HASHES_ALONE_MAX = 3
/** More than a bulletin holds, and more than anybody answers for at once. */
const GROUP_MAX = 500

/**
 * The hashes that one question is about, by each of them: the files of one mail, where it has many, and those of every
 * mail of many that shares a file with it. Asked about mail by mail, the same file had two answers, and that the
 * one left it out would tell whoever handed in the other mail that somebody else has the file. Undefined where so many
 * hang together that nobody can be asked: they stay inside, but for those that were answered before.
 */
export function listHashGroups(
  mails: readonly CaseMail[],
  isAnswered: (sha256: string) => boolean = () => false,
): GroupOf {
  const groupOf = groupTogether(
    mails.map(listFileHashes).filter(({ size }) => size > HASHES_ALONE_MAX),
  )
  const listAsked = memoise((group: readonly string[]): readonly string[] => {
    if (group.length <= GROUP_MAX) return group
    const answered = group.filter(isAnswered)
    return group.length - answered.length > GROUP_MAX ? answered : group
  })
  return (sha256) => {
    const asked = listAsked(groupOf(sha256) ?? [sha256])
    return asked.includes(sha256) ? asked : undefined
  }
}

const listFileHashes = ({ indicators }: CaseMail): ReadonlySet<string> =>
  new Set(indicators.filter(isFileHash).map(({ value }) => value.toLowerCase()))

/** Of a file that came with the mail. */
export const isFileHash = ({ type, context }: Indicator): boolean =>
  type === 'sha256' && (context === 'attachment' || context === 'archive-member')
