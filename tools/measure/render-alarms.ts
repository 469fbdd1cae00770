import { type MeasuredMail, listAlarms } from './analyse-folder.ts'
import { toLine } from './render-confusion.ts'

/** Ordinary mails with a finding of medium or strong weight, and ours that call them an attack. */
export function renderAlarms(folder: string, mails: readonly MeasuredMail[]): string {
  const alarming = mails.filter((mail) => listAlarms(mail).length > 0)
  const accused = mails.filter((mail) => isAccusing(mail))
  return [
    `## Alarms on ordinary mail, ${mails.length} mails in ${folder}`,
    '',
    `- with a medium or strong finding: ${alarming.length} (${toPercent(alarming.length, mails.length)})`,
    `- proposed as an attack: ${accused.length} (${toPercent(accused.length, mails.length)})`,
    '',
    '| technique | strong | medium | weak |',
    '|---|---|---|---|',
    ...countByTechnique(mails),
    '',
    ...alarming.map(
      (mail) => `alarm\t${mail.name}\t${listAlarms(mail).join(',')}\t${toLine(mail.subject)}`,
    ),
    ...accused.map(
      (mail) => `proposed\t${mail.name}\t${mail.classification.value}\t${toLine(mail.subject)}`,
    ),
    '',
  ].join('\n')
}

function isAccusing({ classification }: MeasuredMail): boolean {
  return classification.value !== 'harmless' && classification.value !== 'unclear'
}

/** Mails, not findings: one mail that trips a technique ten times alarms once. */
function countByTechnique(mails: readonly MeasuredMail[]): string[] {
  const techniques = new Set(mails.flatMap(({ findings }) => findings.map((one) => one.technique)))
  return [...techniques].toSorted().map((technique) => {
    const count = (weight: string) =>
      mails.filter(({ findings }) =>
        findings.some((one) => one.technique === technique && one.weight === weight),
      ).length
    return `| ${technique} | ${count('strong')} | ${count('medium')} | ${count('weak')} |`
  })
}

function toPercent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((part / whole) * 100).toFixed(1)} %`
}
