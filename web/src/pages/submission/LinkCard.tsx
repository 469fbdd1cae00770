import { Card } from '../../parts/Card.tsx'
import { UrlLadder } from '../../parts/UrlLadder.tsx'
import { FindingNumber } from '../../parts/hostile/FindingNumber.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { evidenceWords } from '../../words/evidence.ts'
import { useWords } from '../../words/use-words.ts'
import { type LinkRow, listLinksAt } from './list-links.ts'
import type { Viewing } from './selecting.ts'
import { findNumbersOf } from './to-marks.ts'

/** Links listed at once; a newsletter has five hundred, a hostile page more. */
const SHOWN_MAX = 200

/** Where a part or file leads: each link from what one sees to its target, with the findings that speak of it. */
export function LinkCard({ path, ...viewing }: Viewing & { path: string }) {
  const t = useWords(evidenceWords)
  const links = listLinksAt(viewing.mail, path)
  if (links.length === 0) return null
  return (
    <Card title={t('links', { count: links.length })} aside={t('links-note')}>
      <ol className="link-list">
        {links.slice(0, SHOWN_MAX).map((link) => (
          <LinkLine key={`${link.kind} ${link.url}`} link={link} path={path} {...viewing} />
        ))}
      </ol>
      {links.length > SHOWN_MAX && (
        <p className="tiny quiet">{t('links-more', { count: links.length - SHOWN_MAX })}</p>
      )}
    </Card>
  )
}

function LinkLine({
  link,
  path,
  findings,
  selected,
  onSelect,
}: { link: LinkRow; path: string } & Viewing) {
  const numbers = findNumbersOf(link.url, path, findings)
  const detail = findings
    .filter(({ number }) => numbers.includes(number))
    .map((finding) => finding.detail)
    .find((each) => each?.kind === 'url')
  return (
    <li className="link-line" data-on={numbers.includes(selected ?? -1) ? '' : undefined}>
      {detail?.kind === 'url' ? <UrlLadder detail={detail} /> : <PlainLink link={link} />}
      <span className="link-numbers">
        {numbers.map((number) => (
          <FindingNumber
            key={number}
            number={number}
            isSelected={number === selected}
            onSelect={onSelect}
          />
        ))}
      </span>
    </li>
  )
}

function PlainLink({ link: { url, text, kind } }: { link: LinkRow }) {
  const t = useWords(evidenceWords)
  const isKnown = kind in LINK_KINDS
  return (
    <div className="plain-link">
      <span className="label">
        {isKnown ? t(LINK_KINDS[kind as keyof typeof LINK_KINDS]) : kind}
      </span>
      {text !== undefined && text !== '' && text !== url && (
        <span className="plain-link-text">
          <HostileText text={text} />
        </span>
      )}
      <span className="mono">
        <HostileText text={url} />
      </span>
    </div>
  )
}

const LINK_KINDS = {
  anchor: 'kind-anchor',
  bare: 'kind-bare',
  form: 'kind-form',
  image: 'kind-image',
  resource: 'kind-resource',
  redirect: 'kind-redirect',
  document: 'kind-document',
  qr: 'kind-qr',
  link: 'kind-anchor',
  'link-target': 'kind-target',
} as const
