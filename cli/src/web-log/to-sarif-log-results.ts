import type { WebLogSummary } from 'engine'
import { SARIF_LEVELS, toUri } from '../analyse/to-sarif.ts'
import { toInertJson } from '../terminal/inert.ts'
import type { Language } from '../words.ts'

/** One result for each kind of probing, as in a list (SARIF 2.1.0 §3.27). */
export function toSarifLogResults(
  file: string,
  { kinds }: WebLogSummary,
  language: Language,
): string {
  return kinds
    .map(({ kind, weight, say, samples }) => ({
      ruleId: 'web-probe',
      level: SARIF_LEVELS[weight],
      message: { text: say[language] },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: toUri(file) },
            ...(samples[0] === undefined ? {} : { region: { startLine: samples[0].line } }),
          },
        },
      ],
      properties: { kind, weight },
    }))
    .map(toInertJson)
    .join(',\n')
}
