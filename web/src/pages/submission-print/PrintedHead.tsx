import type { MailView, SubmissionView } from 'contract/analysis'
import { Confidence } from '../../parts/Confidence.tsx'
import { TlpLabel } from '../../parts/TlpLabel.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { attackWords } from '../../words/attack.ts'
import { useDates } from '../../words/dates.ts'
import { intakeWords } from '../../words/intake.ts'
import { useNumbers } from '../../words/numbers.ts'
import { printWords } from '../../words/print.ts'
import { submissionWords } from '../../words/submission.ts'
import { useWords } from '../../words/use-words.ts'

/** Whose paper it is, how far it may go, which mail, who sent it in, and what it looks like. */
export function PrintedHead({ submission, mail }: { submission: SubmissionView; mail: MailView }) {
  const t = useWords(printWords)
  const words = useWords(submissionWords)
  const intake = useWords(intakeWords)
  const attack = useWords(attackWords)
  const dates = useDates()
  const numbers = useNumbers()
  const { organisation, providerKind, receivedAt, receipt, tlpCeiling } = submission
  const { proposal } = mail
  const facts = [
    [words('from'), <HostileText key="from" text={mail.from} />],
    [words('sent'), mail.sentAt === undefined ? t('no-date') : dates.moment(mail.sentAt)],
    [words('provider'), organisation?.name ?? intake(`provider-${providerKind}`)],
    [words('received'), dates.moment(receivedAt)],
    [
      t('size'),
      `${numbers.bytes(mail.sizeBytes)} · ${words('part-count', { count: mail.parts.length })}`,
    ],
    [
      'SHA-256',
      <span key="hash" className="mono">
        {mail.sha256}
      </span>,
    ],
  ] as const
  return (
    <header>
      <div className="print-mark">
        <img src="/logo-mono.svg" alt="" width={22} height={22} />
        <span className="strong">{t('mark')}</span>
        <span className="mono">{receipt}</span>
        <span className="push">{t('inside')}</span>
        <TlpLabel tlp={tlpCeiling} />
      </div>
      <h1>
        <HostileText text={mail.subject || words('no-name')} />
      </h1>
      <p className="print-proposal">
        <span className="strong">{t('proposal', { value: attack(proposal.value) })}</span>
        <Confidence weight={proposal.confidence} />
        {proposal.reach !== undefined && (
          <span className="push">
            {attack('reach')}
            {attack('colon')}
            {attack(`reach-${proposal.reach}`)}
          </span>
        )}
      </p>
      <dl className="print-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  )
}
