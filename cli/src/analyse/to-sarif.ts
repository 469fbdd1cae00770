import { type Finding, logTechniques, techniques, type Weight } from 'engine'
import { toInertJson } from '../terminal/inert.ts'
import type { Language } from '../words.ts'
import type { NamedAnalysis } from './analyse-file.ts'

export const SARIF_LEVELS: Readonly<Record<Weight, string>> = {
  strong: 'error',
  medium: 'warning',
  weak: 'note',
}

/** How the document begins; results follow, and `renderSarifEnd` closes it. */
export const SARIF_START =
  '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"results":[\n'

/** The findings of some mails as results (SARIF 2.1.0 §3.27), joined as in a list. */
export function toSarifResults(mails: readonly NamedAnalysis[], language: Language): string {
  return mails
    .flatMap((mail) => mail.analysis.findings.map((finding) => toResult(mail, finding, language)))
    .map(toInertJson)
    .join(',\n')
}

function toResult(
  { source, analysis, isWholeFile }: NamedAnalysis,
  finding: Finding,
  language: Language,
) {
  const { technique, weight, where, say } = finding
  const { range, line, excerpt, path, header } = where
  const bytes = { byteOffset: range.start, byteLength: range.end - range.start }
  return {
    ruleId: technique,
    level: SARIF_LEVELS[weight],
    message: { text: say[language] },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: toUri(source.file, source.mailPath) },
          // A region is one of the file (§3.29.4): a mail out of a mailbox, an archive or Outlook's format has none.
          ...(isWholeFile && {
            region: {
              ...(line === undefined ? {} : { startLine: line }),
              ...bytes,
              snippet: { text: excerpt },
            },
          }),
        },
        logicalLocations: [
          { fullyQualifiedName: header === undefined ? path : `${path}/${header}` },
        ],
      },
    ],
    // The same mail read again gives the same mark, whatever its file is called.
    partialFingerprints: { 'mail/v1': `${analysis.sha256}:${technique}:${path}:${range.start}` },
    properties: {
      sha256: analysis.sha256,
      classification: analysis.classification.value,
      weight,
      ...(!isWholeFile && { mail: { ...bytes, excerpt } }),
    },
  }
}

/**
 * A reference (RFC 3986 §4.2) to a file, and to a mail in it behind `#`. A name with a colon, such as
 * that of a saved reply `Re: ....eml`, would begin with a scheme; `?` and `#` would end the path.
 */
export function toUri(file: string, fragment?: string): string {
  const path = encodeURI(file.toWellFormed().replaceAll('\\', '/')).replace(
    /[?#]/g,
    encodeURIComponent,
  )
  const start = /^[^/]*:/.test(path) ? './' : ''
  return `${start}${path}${fragment === undefined ? '' : `#${encodeURI(fragment)}`}`
}

/** The list of techniques as rules (§3.49), and the end of the document. */
export function renderSarifEnd(version: string, language: Language): string {
  const rules = [...techniques, ...logTechniques].map(
    ({ id, title, about, advice, attack, weight }) => ({
      id,
      name: id,
      shortDescription: { text: title[language] },
      fullDescription: { text: about[language] },
      help: { text: advice[language] },
      defaultConfiguration: { level: SARIF_LEVELS[weight] },
      properties: { tags: attack.map((one) => `external/attack/${one}`) },
    }),
  )
  const driver = { name: 'Noroshi', version, rules }
  return `\n],"language":"${language === 'ja' ? 'ja' : 'en'}","columnKind":"utf16CodeUnits","tool":${toInertJson({ driver })}}]}\n`
}
