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

// biome-ignore format: a table is read by its columns.
test.each([
  ['the mail that brought it says nothing', ['unclear'],                        'malicious-traffic'],
  ['its mail looks harmless',               ['harmless'],                       'malicious-traffic'],
  ['another mail is an attack',             ['unclear', 'credential-phishing'], 'credential-phishing'],
  ['there is no mail',                      [],                                 'malicious-traffic'],
] as const)('a case with an attack in its log, when %s', (_name, values, expected) => {
  const logs = [{ weight: 'strong', say: why('tried to climb out of the folder') }] as const
  const proposal = proposeClassification(values.map((value) => ({ ...mail(), value })), logs)
  expect(proposal.value).toBe(expected)
  expect(proposeClassification(values.map((value) => ({ ...mail(), value }))).value).toBe(
    expected === 'malicious-traffic' ? (values[0] ?? 'unclear') : expected,
  )
})
