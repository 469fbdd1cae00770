import { type MeasuredMail, listAlarms } from './analyse-folder.ts'
import type { LabelledMail } from './read-labels.ts'

/** Which classification we propose for the mails of each intent, then every mail by name. */
export function renderConfusion(
  labels: readonly LabelledMail[],
  mails: readonly MeasuredMail[],
): string {
  const bySha256 = new Map(mails.map((mail) => [mail.sha256, mail]))
  const pairs = labels.flatMap(({ sha256, intent }) => {
    const mail = bySha256.get(sha256)
    return mail === undefined ? [] : [{ intent, mail }]
  })
  const values = [...new Set(pairs.map(({ mail }) => mail.classification.value))].toSorted()
  const groups = [...Map.groupBy(pairs, ({ intent }) => intent)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  )
  const count = (group: typeof pairs, value: string) =>
    group.filter(({ mail }) => mail.classification.value === value).length
  return [
    `## Proposed classification by intent, ${pairs.length} mails`,
    '',
    `| intent | mails | ${values.join(' | ')} |`,
    `|---|---|${values.map(() => '---|').join('')}`,
    ...groups.map(
      ([intent, group]) =>
        `| ${intent} | ${group.length} | ${values.map((value) => count(group, value) || '').join(' | ')} |`,
    ),
    '',
    ...groups.flatMap(([intent, group]) =>
      group.map(({ mail }) => `${intent}\t${describeMail(mail)}`),
    ),
    '',
  ].join('\n')
}

/** One line: name, proposal, alarms, the head of the subject. */
function describeMail(mail: MeasuredMail): string {
  const { name, classification, subject } = mail
  const alarms = listAlarms(mail).join(',') || '-'
  return `${name}\t${classification.value} (${classification.confidence})\t${alarms}\t${toLine(subject)}`
}

/** The head of a hostile subject, safe for a terminal. */
export function toLine(subject: string): string {
  return subject.replace(/[\p{C}\s]+/gu, ' ').slice(0, 70)
}
