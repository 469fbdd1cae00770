import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { analyseFolder } from './measure/analyse-folder.ts'
import { readLabels } from './measure/read-labels.ts'
import { renderAlarms } from './measure/render-alarms.ts'
import { renderConfusion } from './measure/render-confusion.ts'
import { renderLabelPairs } from './measure/render-label-pairs.ts'
import { redactFolder } from './measure/redact-folder.ts'
import { renderRedaction } from './measure/render-redaction.ts'
import { renderProposals } from './measure/render-proposals.ts'

/**
 * `node tools/measure.ts FOLDER [PART]` says how right the findings and proposals are on a corpus:
 * `labels.csv` names mails by their SHA-256 with what people saw in them, `phishing-cc-by-nc` holds those
 * mails, `ham-cc0` and `benign` hold ordinary mail, `pii-synthetic` and `story` are listed as proposed.
 * A folder of mails alone counts as ordinary mail. PART chooses: labels, confusion, alarms, proposals,
 * redaction (what of the gold strings beside `pii-synthetic` is left, and which of the attacker's facts).
 */
const [corpus, part = ''] = process.argv.slice(2)
if (corpus === undefined) {
  process.stderr.write(
    'node tools/measure.ts FOLDER [labels|confusion|alarms|proposals|redaction]\n',
  )
  process.exitCode = 2
} else {
  for (const { name, write } of listParts(corpus))
    if (name.startsWith(part)) process.stdout.write(`${await write()}\n`)
}

interface MeasuredPart {
  readonly name: string
  write(): Promise<string>
}

function listParts(root: string): MeasuredPart[] {
  const inside = (name: string) => join(root, name)
  const labels = inside('labels.csv')
  const ordinary = ['ham-cc0', 'benign'].map(inside).filter((folder) => existsSync(folder))
  const other = ['pii-synthetic', 'story'].map(inside).filter((folder) => existsSync(folder))
  const alarms = ordinary.length === 0 && other.length === 0 ? [root] : ordinary
  const labelled = existsSync(labels) ? readLabels(labels) : []
  const loadLabelled = () =>
    analyseFolder(inside('phishing-cc-by-nc'), new Set(labelled.map(({ sha256 }) => sha256)))
  return [
    ...(labelled.length === 0
      ? []
      : [
          { name: 'labels', write: async () => renderLabelPairs(labelled, await loadLabelled()) },
          { name: 'confusion', write: async () => renderConfusion(labelled, await loadLabelled()) },
        ]),
    ...alarms.map((folder) => ({
      name: 'alarms',
      write: async () => renderAlarms(folder, await analyseFolder(folder)),
    })),
    ...other.map((folder) => ({
      name: 'proposals',
      write: async () => renderProposals(folder, await analyseFolder(folder)),
    })),
    ...other
      .filter((folder) => folder.endsWith('pii-synthetic'))
      .map((folder) => ({
        name: 'redaction',
        write: async () =>
          [
            renderRedaction(
              `${folder}, all names registered`,
              await redactFolder(folder, 'all-names'),
            ),
            renderRedaction(
              `${folder}, names and domains of organisations registered`,
              await redactFolder(folder, 'organisations'),
            ),
          ].join('\n'),
      })),
  ]
}
