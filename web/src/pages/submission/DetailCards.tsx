import type { FindingDetail, FindingView } from 'contract/analysis'
import { Card } from '../../parts/Card.tsx'
import { DetailPicture } from '../../parts/finding/DetailPicture.tsx'
import { FindingNumber } from '../../parts/hostile/FindingNumber.tsx'
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
  return (
    <div data-shows={number}>
      <Card
        title={
          <span className="row">
            <FindingNumber number={number} isSelected={number === selected} onSelect={onSelect} />
            {t(DETAIL_TITLES[detail.kind])}
          </span>
        }
        aside={<DetailAside detail={detail} />}
      >
        <DetailPicture detail={detail} />
      </Card>
    </div>
  )
}

const DETAIL_TITLES = {
  lookalike: 'lookalike',
  url: 'link',
  addresses: 'addresses',
  words: 'lure-words',
  authentication: 'authentication',
  registration: 'registration',
  file: 'in-the-file',
} as const

function DetailAside({ detail }: { detail: FindingDetail }) {
  const t = useWords(submissionWords)
  if (detail.kind === 'url') return t('link-note')
  if (detail.kind === 'lookalike') {
    return t(`relation-${detail.relation}`, { owner: detail.owner ?? '' })
  }
  return null
}
