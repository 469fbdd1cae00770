import type { FindingView, MailView, SubmissionView } from 'contract/analysis'
import { useMemo } from 'react'
import { AuthenticationTable } from '../../parts/AuthenticationTable.tsx'
import { ProblemPlaces } from '../../parts/ProblemPlaces.tsx'
import { MailPath } from '../../parts/MailPath.tsx'
import { DetailPicture } from '../../parts/finding/DetailPicture.tsx'
import { FindingNumber } from '../../parts/hostile/FindingNumber.tsx'
import { Defanging } from '../../parts/hostile/defanging.ts'
import { attackWords } from '../../words/attack.ts'
import { printWords } from '../../words/print.ts'
import { submissionWords } from '../../words/submission.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { PrintedFiles } from './PrintedFiles.tsx'
import { PrintedFindings } from './PrintedFindings.tsx'
import { PrintedHead } from './PrintedHead.tsx'

/** Pictures printed at most, strongest first; the screen has them all. */
const PICTURES_MAX = 3
const REASONS_MAX = 5
const REACH_REASONS_MAX = 3
const PROBLEMS_MAX = 6

const ALWAYS_DEFANGED = { isDefanged: true, toggle: () => {} }

/** Everything somebody without a screen needs to follow the analysis, in the order in which it is read. */
export function AnalysisSheet({
  submission,
  mail,
}: {
  submission: SubmissionView
  mail: MailView
}) {
  const t = useWords(printWords)
  const words = useWords(submissionWords)
  const findings = useMemo(
    () => mail.findings.filter(({ dismissed }) => dismissed === undefined),
    [mail],
  )
  return (
    <Defanging value={ALWAYS_DEFANGED}>
      <article className="print-sheet on-paper">
        <PrintedHead submission={submission} mail={mail} />
        <Proposal mail={mail} />
        <PrintedFindings findings={findings} mailSizeBytes={mail.sizeBytes} />
        <Pictures findings={findings} />
        <section>
          <h2>{words('path')}</h2>
          <MailPath received={mail.received} />
        </section>
        {mail.authentication !== undefined && mail.authentication.length > 0 && (
          <section>
            <h2>{words('authentication')}</h2>
            <AuthenticationTable checks={mail.authentication} />
          </section>
        )}
        <PrintedFiles mail={mail} />
        <NotRead mail={mail} />
        <footer className="print-foot">{t('foot')}</footer>
      </article>
    </Defanging>
  )
}

function Proposal({ mail: { proposal } }: { mail: MailView }) {
  const t = useWords(printWords)
  const say = useSay()
  const attack = useWords(attackWords)
  const lists = [
    [t('why'), proposal.reasons.slice(0, REASONS_MAX)],
    [attack('reach'), (proposal.reachReasons ?? []).slice(0, REACH_REASONS_MAX)],
  ] as const
  return lists
    .filter(([, reasons]) => reasons.length > 0)
    .map(([title, reasons]) => (
      <section key={title}>
        <h2>{title}</h2>
        <ul className="print-list">
          {reasons.map((reason) => (
            <li key={reason.en}>{say(reason)}</li>
          ))}
        </ul>
      </section>
    ))
}

/** Look-alikes letter by letter and links rung by rung: what words cannot show. */
function Pictures({ findings }: { findings: readonly FindingView[] }) {
  const drawn = findings.filter(
    ({ detail }) => detail?.kind === 'lookalike' || detail?.kind === 'url',
  )
  return drawn
    .slice(0, PICTURES_MAX)
    .map(({ findingId, number, title, detail }) => (
      <PrintedPicture key={findingId} number={number} title={title} detail={detail} />
    ))
}

function PrintedPicture({
  number,
  title,
  detail,
}: Pick<FindingView, 'number' | 'title' | 'detail'>) {
  const say = useSay()
  if (detail === undefined) return null
  return (
    <section>
      <h2 className="row">
        <FindingNumber number={number} />
        {say(title)}
      </h2>
      <DetailPicture detail={detail} />
    </section>
  )
}

function NotRead({ mail: { problems } }: { mail: MailView }) {
  const t = useWords(printWords)
  const words = useWords(submissionWords)
  const say = useSay()
  return (
    <section>
      <h2>{words('problems')}</h2>
      {problems.length === 0 && <p>{t('all-read')}</p>}
      <ul className="print-list">
        {problems.slice(0, PROBLEMS_MAX).map((problem, at) => (
          <li key={`${problem.code}-${at}`}>
            {say(problem.say)} <ProblemPlaces problem={problem} />
          </li>
        ))}
      </ul>
      {problems.length > PROBLEMS_MAX && (
        <p>{t('more', { count: problems.length - PROBLEMS_MAX })}</p>
      )}
    </section>
  )
}
