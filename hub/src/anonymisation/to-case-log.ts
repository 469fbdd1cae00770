import type { CaseLog, CaseLogSource } from 'engine'
import { dayInJapan } from '../clock.ts'
import type { CaseLogRow } from './case-log.queries.ts'
import { ANONYMISATION_LIMITS } from './limits.ts'

/** An access log as a bulletin is drafted from: figures, days instead of times, and some lines for the workbench. */
export function toCaseLog(row: CaseLogRow): CaseLog {
  const { organisationId, submissionId, receipt, fileName, summary } = row
  const lines = summary.kinds.flatMap(({ samples }) => samples)
  const text = [...new Map(lines.map((sample) => [sample.line, sample.text])).entries()]
    .sort(([a], [b]) => a - b)
    .map(([, line]) => line)
    .join('\n')
  return {
    providerId: organisationId ?? submissionId,
    kinds: summary.kinds.map(({ kind, weight, marks }) => ({ kind, weight, marks })),
    sources: summary.probing.map(toSource),
    texts: [
      {
        label: `${receipt} ${fileName ?? ''}`.trim().slice(0, 200),
        text: text.slice(0, ANONYMISATION_LIMITS.originalCharsMax),
      },
    ],
  }
}

function toSource(source: CaseLogRow['summary']['probing'][number]): CaseLogSource {
  const { address, type, count, probes, answered, kinds, firstAt, lastAt } = source
  return {
    ...{ address, type, count, probes, answered, kinds },
    ...(firstAt === undefined ? {} : { firstOn: dayInJapan(new Date(firstAt)) }),
    ...(lastAt === undefined ? {} : { lastOn: dayInJapan(new Date(lastAt)) }),
  }
}
