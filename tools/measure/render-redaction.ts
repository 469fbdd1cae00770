import type { RedactedMail } from './redact-folder.ts'

/** Leaks and lost facts, in total and one by one. */
export function renderRedaction(title: string, mails: readonly RedactedMail[]): string {
  const golds = mails.reduce((sum, mail) => sum + mail.golds, 0)
  const leaks = mails.flatMap(({ name, leaks }) => leaks.map((leak) => `leak\t${name}\t${leak}`))
  const kept = mails.reduce((sum, mail) => sum + mail.factsKept.length, 0)
  const removed = mails.flatMap((mail) =>
    mail.factsRemoved.map((fact) => `removed\t${mail.name}\t${fact}`),
  )
  const facts = kept + removed.length
  const share = facts === 0 ? 100 : (100 * kept) / facts
  return [
    `## Redaction, ${title}, ${mails.length} mails`,
    '',
    `- gold strings left: ${leaks.length} of ${golds}`,
    `- attacker facts kept: ${kept} of ${facts} (${share.toFixed(1)} %)`,
    '',
    ...leaks,
    ...removed,
    '',
  ].join('\n')
}
