import type { Bilingual } from 'contract/common'
import type { StructureView } from 'contract/community'
import { daysOfQuarter, quarterOf } from 'reports'
import { type GroupRecord, type MembershipSpan, spansOn } from './membership-span.ts'

type Change = StructureView['changes'][number]

const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** What changed in the quarter of a day up to that day: one line for each group and month, as the reports put it. */
export function listChanges(
  groups: readonly GroupRecord[],
  spans: readonly MembershipSpan[],
  asOf: string,
): Change[] {
  return monthsUntil(asOf).flatMap(({ firstOn, lastOn }) =>
    groups.flatMap((group) => {
      const ofGroup = spans.filter(({ groupId }) => groupId === group.groupId)
      const before = spansOn(ofGroup, dayBefore(firstOn)).length
      const after = spansOn(ofGroup, lastOn).length
      if (before === after) return []
      const on = lastChange(ofGroup, firstOn, lastOn)
      return [{ on, group: group.name, before, after, say: sayChange(on, group, before, after) }]
    }),
  )
}

/** First and last day of each month from the quarter's beginning; the last month ends on the asked day. */
function monthsUntil(asOf: string): { firstOn: string; lastOn: string }[] {
  const firstMonth = Number(daysOfQuarter(quarterOf(asOf)).firstOn.slice(5, 7))
  const lastMonth = Number(asOf.slice(5, 7))
  const year = asOf.slice(0, 4)
  return Array.from({ length: lastMonth - firstMonth + 1 }, (_, index) => {
    const month = firstMonth + index
    const end = new Date(Date.UTC(Number(year), month, 0)).toISOString().slice(0, 10)
    return {
      firstOn: `${year}-${String(month).padStart(2, '0')}-01`,
      lastOn: end < asOf ? end : asOf,
    }
  })
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}

function lastChange(spans: readonly MembershipSpan[], firstOn: string, lastOn: string): string {
  const days = spans
    .flatMap(({ joinedOn, leftOn }) => [joinedOn, leftOn])
    .filter((day): day is string => day !== undefined && day >= firstOn && day <= lastOn)
  return days.toSorted().at(-1) ?? lastOn
}

function sayChange(on: string, { name }: GroupRecord, before: number, after: number): Bilingual {
  const year = on.slice(0, 4)
  const month = Number(on.slice(5, 7))
  const when = { ja: `${year}年${month}月`, en: `${MONTHS_EN[month - 1] ?? ''} ${year}` }
  const organisations = after === 1 ? 'organisation' : 'organisations'
  if (before === 0) {
    return {
      ja: `${when.ja}、${name.ja} 発足（${after}組織）`,
      en: `${when.en}, ${name.en}: begun with ${after} ${organisations}`,
    }
  }
  return {
    ja: `${when.ja}、${name.ja} ${before}→${after}組織`,
    en: `${when.en}, ${name.en}: ${before} → ${after} ${organisations}`,
  }
}
