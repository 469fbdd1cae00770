import { Classification, type Language } from 'contract/common'
import type { BulletinContent } from 'contract/bulletin'
import type { ReactNode } from 'react'
import { attackWords } from '../words/attack.ts'
import { bulletinViewWords } from '../words/bulletin-view.ts'
import { useLanguage, useWords } from '../words/use-words.ts'
import { AliasText } from './Alias.tsx'
import { BulletinContents, type BulletinPart, isLong } from './BulletinContents.tsx'
import { BulletinIndicators } from './BulletinIndicators.tsx'
import { BulletinOmitted } from './BulletinOmitted.tsx'
import { BulletinTechniques } from './BulletinTechniques.tsx'
import { Lookalike } from './Lookalike.tsx'
import { TlpLabel } from './TlpLabel.tsx'
import './BulletinView.css'

interface BulletinViewProps {
  readonly content: BulletinContent
  /** `B-2026-9XW2TH・第1版` or whatever stands at the right of the head. */
  readonly reference?: ReactNode
  /** Day of release and the like, under the title. */
  readonly dateline?: ReactNode
  /** The text's language when it is not the reader's, for example to review both. */
  readonly language?: Language | undefined
  /** Fields in the places of what they change; the rest is drawn as readers get it. */
  readonly fields?: BulletinFields | undefined
  /** What stands beside each part: a remark on it, or the button to make one. */
  readonly beside?: ((place: BulletinPlace) => ReactNode) | undefined
  /** Whether the page is about nothing else: then its title is the page's, and so is its label on paper. */
  readonly isWholePage?: boolean
}

/** A part that can be remarked on: `summary-0` is the first paragraph. */
export type BulletinPlace =
  | 'title'
  | 'lookalikes'
  | 'indicators'
  | 'techniques'
  | `summary-${number}`
  | `advice-${number}`

/** What may stand in place of a part of the text while it is being edited. */
export interface BulletinFields {
  readonly tlp: ReactNode
  readonly title: ReactNode
  readonly summary: ReactNode
  readonly indicators: ReactNode
  readonly advice: ReactNode
}

/**
 * The one rendering of a bulletin: the analyst who edits it, the provider who approves it, the lead who
 * releases it and the member who reads it see the same, because an approval is bound to the same content.
 */
export function BulletinView({
  content,
  reference,
  dateline,
  language,
  fields,
  beside,
  isWholePage = false,
}: BulletinViewProps) {
  const [Title, PartTitle] = isWholePage ? (['h1', 'h2'] as const) : (['h2', 'h3'] as const)
  const t = useWords(bulletinViewWords)
  const reader = useLanguage()
  const shown = language ?? reader
  const say = (text: Record<Language, string>) => text[shown]
  return (
    <article className="bulletin" lang={shown} data-tlp={isWholePage ? content.tlp : undefined}>
      <header className="bulletin-head">
        <div className="row-wrap">
          {fields?.tlp ?? <TlpLabel tlp={content.tlp} />}
          {reference !== undefined && <span className="push mono quiet">{reference}</span>}
        </div>
        {fields?.title ?? (
          <Title className="bulletin-title">
            <AliasText text={say(content.title)} />
          </Title>
        )}
        {beside?.('title')}
        <p className="small quiet">
          <ClassificationWord value={content.classification} />
          <Dot />
          {t(isOfLogs(content) ? 'seen' : 'arrived', { period: say(content.arrivedPeriod) })}
          {dateline !== undefined && <Dot />}
          {dateline}
        </p>
      </header>
      {isLong(content, shown) && <BulletinContents content={content} />}
      {fields?.summary ??
        content.summary[shown].map((paragraph, at) => (
          <div key={at}>
            <p className="bulletin-text">
              <AliasText text={paragraph} />
            </p>
            {beside?.(`summary-${at}`)}
          </div>
        ))}
      {content.lookalikes.length > 0 && (
        <Part Title={PartTitle} name="lookalikes" title={t('lookalikes')}>
          {content.lookalikes.map((pair) => (
            <div key={pair.observed} className="bulletin-sample">
              <Lookalike {...pair} />
              <span className="tiny quiet">{t('invented')}</span>
            </div>
          ))}
          {beside?.('lookalikes')}
        </Part>
      )}
      {content.indicators.length > 0 && (
        <Part Title={PartTitle} name="indicators" title={t('indicators')}>
          {fields?.indicators ?? <BulletinIndicators indicators={content.indicators} />}
          {beside?.('indicators')}
        </Part>
      )}
      {content.techniques.length > 0 && (
        <Part Title={PartTitle} name="techniques" title={t('techniques')}>
          <BulletinTechniques techniques={content.techniques} language={shown} />
          {beside?.('techniques')}
        </Part>
      )}
      {(content.advice.length > 0 || fields !== undefined) && (
        <Part Title={PartTitle} name="advice" title={t('advice')}>
          {fields?.advice ?? (
            <ul className="bulletin-advice">
              {content.advice.map((advice, at) => (
                <li key={at}>
                  <AliasText text={say(advice)} />
                  {beside?.(`advice-${at}`)}
                </li>
              ))}
            </ul>
          )}
        </Part>
      )}
      {content.omitted.length > 0 && <BulletinOmitted kinds={content.omitted} />}
    </article>
  )
}

function Part({
  Title,
  name,
  title,
  children,
}: {
  Title: 'h2' | 'h3'
  name: BulletinPart
  title: string
  children: ReactNode
}) {
  return (
    <section className="bulletin-part" data-bulletin-part={name}>
      <Title className="bulletin-part-title">{title}</Title>
      {children}
    </section>
  )
}

/** What access logs alone told of did not arrive anywhere. */
const isOfLogs = ({ indicators }: BulletinContent): boolean =>
  indicators.length > 0 && indicators.every(({ context }) => context === 'web-log')

function ClassificationWord({ value }: { value: string }) {
  const t = useWords(attackWords)
  const parsed = Classification.safeParse(value)
  return <>{parsed.success ? t(parsed.data) : value}</>
}

function Dot() {
  return <span aria-hidden="true">・</span>
}
