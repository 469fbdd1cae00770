import { isAtSharedPlace } from '../../everybodys/shared-places.ts'
import { memoise } from '../../memoise.ts'
import { isOpaque } from '../redact/opaque-token.ts'
import type { CaseMail } from './case-record.ts'
import type { GroupOf } from './group-question.ts'
import { groupTogether } from './group-together.ts'
import { CONTEXTS } from './indicator-contexts.ts'

/** Nobody answers a hundred questions about one newsletter with care, nor reads a hundred links in one. */
const ALONE_MAX = 3
const TOGETHER_MAX = 30

/**
 * Which page a link to a place that all share leads to: the link up to its path, or to the name of a file in its
 * query with what can be read before that. The rest is made for the recipient more often. Undefined for any other link,
 * and where a readable path tells the page already.
 */
export function toSharedPage(url: string): string | undefined {
  if (!isAtSharedPlace(url)) return undefined
  const [path = '', query = ''] = url.split(/[?#]/u, 2)
  if (path.split('/').slice(3).some(isCode)) return path
  const file = /(?<=^|&)(?:id|resid)=[^&]+/iu.exec(query)
  if (file === null || url[path.length] !== '?') return undefined
  const before = query.slice(0, file.index).split('&')
  const readable = before.filter((one) => one !== '' && !isCode(one.slice(one.indexOf('=') + 1)))
  return `${path}?${[...readable, file[0]].join('&')}`
}

const isCode = (part: string): boolean => part !== '' && isOpaque(part)

/**
 * The pages that one question asks about with a page: those of one mail, where it has many, and those of every mail of
 * many that shares a page with it. Asked about mail by mail, the same page had two answers, and went out with its code
 * and without. Of a group that holds too many the first, after those that were answered before: no link that somebody
 * adds takes away what was permitted.
 */
export function listSharedPages(
  mails: readonly CaseMail[],
  isAnswered: (page: string) => boolean = () => false,
): GroupOf {
  const { known, groupOf } = groupPages(mails)
  const listAsked = memoise((group: readonly string[]): readonly string[] => {
    if (group.length <= TOGETHER_MAX) return group
    const answered = new Set(group.filter(isAnswered))
    const open = group.filter((page) => !answered.has(page))
    return [...answered, ...open.slice(0, Math.max(0, TOGETHER_MAX - answered.size))].sort()
  })
  return (page) => {
    if (!known.has(page)) return undefined
    const asked = listAsked(groupOf(page) ?? [page])
    return asked.includes(page) ? asked : undefined
  }
}

const groupPages = memoise((mails: readonly CaseMail[]) => {
  const all = mails.map(listPages)
  return {
    known: new Set(all.flatMap((pages) => [...pages])),
    groupOf: groupTogether(all.filter(({ size }) => size > ALONE_MAX)),
  }
})

const listPages = ({ indicators }: CaseMail): ReadonlySet<string> => {
  const links = indicators.filter(({ type, context }) => type === 'url' && CONTEXTS.has(context))
  return new Set(links.flatMap(({ value }) => toSharedPage(value) ?? []))
}
