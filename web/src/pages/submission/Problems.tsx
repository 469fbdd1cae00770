import type { MailView } from 'contract/analysis'
import { Card } from '../../parts/Card.tsx'
import { ProblemPlaces } from '../../parts/ProblemPlaces.tsx'
import { submissionWords } from '../../words/submission.ts'
import { useSay, useWords } from '../../words/use-words.ts'

/** Everything of the mail that could not be read, with its place. */
export function Problems({ mail }: { mail: MailView }) {
  const t = useWords(submissionWords)
  const say = useSay()
  if (mail.problems.length === 0) return null
  return (
    <Card title={t('problems')}>
      <ul className="reason-list">
        {mail.problems.map((problem, at) => (
          <li key={`${problem.path}-${problem.code}-${at}`} className="small">
            {say(problem.say)} <ProblemPlaces problem={problem} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
