import { expect, test } from 'vitest'
import type { MailProposal } from './placement.queries.ts'
import { proposeClassification } from './propose-classification.ts'

const why = (en: string) => ({ ja: en, en })

const mail = (reach?: MailProposal['reach']): MailProposal => ({
  value: 'credential-phishing',
  confidence: 'medium',
  reasons: [],
  ...(reach === undefined ? {} : { reach, reachReasons: [why(`because ${reach}`)] }),
})

// biome-ignore format: a table is read by its columns.
test.each([
  ['what most mails look like',        ['mass', 'mass', 'targeted'],  'mass',     ['because mass']],
  ['targeted before unclear',          ['unclear', 'targeted'],       'targeted', ['because targeted']],
  ['unclear when they disagree',       ['mass', 'targeted'],          'unclear',  ['because mass', 'because targeted']],
  ['unclear when none of them says',   ['unclear', 'unclear'],        'unclear',  ['because unclear']],
  ['nothing for harmless mail',        [undefined],                   undefined,  undefined],
] as const)('a case is meant for few or for many as its mails are: %s', (_name, reaches, reach, reasons) => {
  const proposal = proposeClassification(reaches.map(mail))
  expect(proposal.reach).toBe(reach)
  expect(proposal.reachReasons?.map(({ en }) => en)).toEqual(reasons)
})
