import type { FindingDetail, FindingView } from 'contract/analysis'
import { Card } from '../../parts/Card.tsx'
import { Lookalike } from '../../parts/Lookalike.tsx'
import { UrlLadder } from '../../parts/UrlLadder.tsx'
import { FindingNumber } from '../../parts/hostile/FindingNumber.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { submissionWords } from '../../words/submission.ts'
import { useWords } from '../../words/use-words.ts'

interface Selecting {
  readonly selected: number | undefined
  readonly onSelect: (number: number) => void
}

/** Pictures that some findings bring: letters of a look-alike, rungs of a link, altered addresses. */
export function DetailCards({
  findings,
  ...selecting
}: { findings: readonly FindingView[] } & Selecting) {
  return findings.map((finding) =>
    finding.detail === undefined ? null : (
      <DetailCard
        key={finding.findingId}
        finding={finding}
        detail={finding.detail}
        {...selecting}
      />
    ),
  )
}

function DetailCard({
  finding,
  detail,
  selected,
  onSelect,
}: { finding: FindingView; detail: FindingDetail } & Selecting) {
  const t = useWords(submissionWords)
  const { number } = finding
  const titles = { lookalike: t('lookalike'), url: t('link'), addresses: t('addresses') }
  return (
    <div data-shows={number}>
      <Card
        title={
          <span className="row">
            <FindingNumber number={number} isSelected={number === selected} onSelect={onSelect} />
            {titles[detail.kind]}
          </span>
        }
        aside={<DetailAside detail={detail} />}
      >
        <DetailPicture detail={detail} />
      </Card>
    </div>
  )
}

function DetailAside({ detail }: { detail: FindingDetail }) {
  const t = useWords(submissionWords)
  if (detail.kind === 'url') return t('link-note')
  if (detail.kind === 'lookalike') {
    return t(`relation-${detail.relation}`, { owner: detail.owner ?? '' })
  }
  return null
}

function DetailPicture({ detail }: { detail: FindingDetail }) {
  if (detail.kind === 'lookalike') return <Lookalike {...detail} />
  if (detail.kind === 'url') return <UrlLadder detail={detail} />
  return <AddressPairs detail={detail} />
}

function AddressPairs({ detail }: { detail: Extract<FindingDetail, { kind: 'addresses' }> }) {
  const t = useWords(submissionWords)
  return (
    <ul className="address-pairs">
      {detail.pairs.map(({ role, shown, genuine }, at) => (
        <li key={`${role}-${at}`} className="address-pair">
          <span className="label">{role}</span>
          <span className="mono">
            <HostileText text={shown} />
          </span>
          <span className="label">{t('address-genuine')}</span>
          <span className="mono quiet">
            {genuine === undefined ? t('address-unknown') : <HostileText text={genuine} />}
          </span>
        </li>
      ))}
    </ul>
  )
}
