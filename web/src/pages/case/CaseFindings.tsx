import type { CaseView } from 'contract/case'
import { Card } from '../../parts/Card.tsx'
import { Confidence } from '../../parts/Confidence.tsx'
import { Lookalike } from '../../parts/Lookalike.tsx'
import { UrlLadder } from '../../parts/UrlLadder.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { caseWords } from '../../words/case.ts'
import { useSay, useWords } from '../../words/use-words.ts'

/** The strongest finding of each technique over all mails of the case. */
export function CaseFindings({ view }: { view: CaseView }) {
  const t = useWords(caseWords)
  const say = useSay()
  if (view.findings.length === 0) return <p className="quiet">{t('no-findings')}</p>
  return view.findings.map((finding) => (
    <Card
      key={finding.findingId}
      title={
        <span className="row-wrap">
          {say(finding.title)} <Confidence weight={finding.weight} />
          <span className="mono quiet">{finding.attack.join(' ')}</span>
        </span>
      }
      aside={t('finding-mails', { count: finding.mailCount })}
    >
      <div className="stack">
        <p className="long-text">
          <HostileText text={say(finding.say)} />
        </p>
        {finding.detail?.kind === 'lookalike' && <Lookalike {...finding.detail} />}
        {finding.detail?.kind === 'url' && <UrlLadder detail={finding.detail} />}
      </div>
    </Card>
  ))
}
