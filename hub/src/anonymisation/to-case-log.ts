import type { CaseLog, CaseLogSource } from 'engine'
import { isPastDay } from '../assert-past-days.ts'
import { dayInJapan } from '../clock.ts'
import type { CaseLogRow } from './case-log.queries.ts'
import { ANONYMISATION_LIMITS } from './limits.ts'

/** An access log as a bulletin is drafted from: figures, days instead of times, and some lines for the workbench. */
export function toCaseLog(row: CaseLogRow): CaseLog {
  const { organisationId, submissionId, receipt, fileName, summary, receivedAt } = row
  const lines = summary.kinds.flatMap(({ samples }) => samples)
  const text = [...new Map(lines.map((sample) => [sample.line, sample.text])).entries()]
    .sort(([a], [b]) => a - b)
    .map(([, line]) => line)
    .join('\n')
  return {
    providerId: organisationId ?? submissionId,
    kinds: summary.kinds.map(({ kind, weight, marks }) => ({ kind, weight, marks })),
    sources: summary.probing.map((source) => toSource(source, receivedAt)),
    texts: [
      {
        label: `${receipt} ${fileName ?? ''}`.trim().slice(0, 200),
        text: text.slice(0, ANONYMISATION_LIMITS.originalCharsMax),
      },
    ],
  }
}

/** A server's clock may stand in another century: a day on which nothing can have been seen is not told. */
function toSource(
  source: CaseLogRow['summary']['probing'][number],
  receivedAt: Date,
): CaseLogSource {
  const { address, type, count, probes, answered, kinds, firstAt, lastAt, holder, agent } = source
  return {
    ...{ address, type, count, probes, answered, kinds },
    ...(holder === undefined ? {} : { holder }),
    ...(agent === undefined ? {} : { agent }),
    ...toDay('firstOn', firstAt, receivedAt),
    ...toDay('lastOn', lastAt, receivedAt),
  }
}

function toDay(
  name: 'firstOn' | 'lastOn',
  at: string | number | Date | undefined,
  receivedAt: Date,
): { firstOn?: string; lastOn?: string } {
  if (at === undefined) return {}
  const day = dayInJapan(new Date(at))
  return isPastDay(day, receivedAt) ? { [name]: day } : {}
}
