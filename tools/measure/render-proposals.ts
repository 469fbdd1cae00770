import { type MeasuredMail, listAlarms } from './analyse-folder.ts'
import { toLine } from './render-confusion.ts'

/** What is proposed for mails nobody labelled, one a line, most frequent proposal first. */
export function renderProposals(folder: string, mails: readonly MeasuredMail[]): string {
  const groups = [...Map.groupBy(mails, ({ classification }) => classification.value)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  )
  return [
    `## Proposals, ${mails.length} mails in ${folder}`,
    '',
    ...groups.map(([value, group]) => `- ${value}: ${group.length}`),
    '',
    ...groups.flatMap(([value, group]) =>
      group.map(
        (mail) =>
          `${value}\t${mail.name}\t${listAlarms(mail).join(',') || '-'}\t${toLine(mail.subject)}`,
      ),
    ),
    '',
  ].join('\n')
}
