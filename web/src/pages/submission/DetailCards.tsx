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

function DetailPicture({ detail }: { detail: FindingDetail }) {
  if (detail.kind === 'lookalike') return <Lookalike {...detail} />
  if (detail.kind === 'url') return <UrlLadder detail={detail} />
  if (detail.kind === 'addresses') return <AddressPairs detail={detail} />
  return <Lines lines={toLines(detail)} />
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

type PlainDetail = Extract<FindingDetail, { kind: 'words' | 'authentication' | 'file' }>

function toLines(detail: PlainDetail): { label: string; value: string }[] {
  if (detail.kind === 'words')
    return detail.rules.map(({ rule, quotes }) => ({ label: rule, value: quotes.join(' … ') }))
  if (detail.kind === 'authentication')
    return detail.checks.map(({ method, result, domain = '' }) => ({
      label: method,
      value: `${result} ${domain}`,
    }))
  return detail.signs.map(({ kind, excerpt }) => ({ label: kind, value: excerpt }))
}

function Lines({ lines }: { lines: readonly { label: string; value: string }[] }) {
  return (
    <ul className="address-pairs">
      {lines.map(({ label, value }, at) => (
        <li key={`${label}-${at}`} className="address-pair">
          <span className="label">{label}</span>
          <span className="mono">
            <HostileText text={value} />
          </span>
        </li>
      ))}
    </ul>
  )
}
