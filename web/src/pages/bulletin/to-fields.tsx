import type { BulletinContent } from 'contract/bulletin'
import { type Language, TLP_LABELS, Tlp } from 'contract/common'
import type { BulletinFields } from '../../parts/BulletinView.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { bulletinTextWords } from '../../words/bulletin-text.ts'
import { useWords } from '../../words/use-words.ts'
import '../../parts/Filters.css'
import { AddLine, RemoveLine, TextLine } from './TextLine.tsx'
import { editContent } from './edit-content.ts'

interface Editing {
  readonly content: BulletinContent
  readonly language: Language
  readonly onChange: (content: BulletinContent) => void
}

/** Fields that stand where the text they change stands, in its type and measure. */
export function toFields(editing: Editing): BulletinFields {
  return {
    tlp: <TlpField {...editing} />,
    title: <TitleField {...editing} />,
    summary: <SummaryFields {...editing} />,
    indicators: <IndicatorFields {...editing} />,
    advice: <AdviceFields {...editing} />,
  }
}

function TlpField({ content, onChange }: Editing) {
  const t = useWords(bulletinTextWords)
  return (
    <select
      className="filter-select"
      aria-label={t('field-tlp')}
      value={content.tlp}
      onChange={(event) => onChange({ ...content, tlp: Tlp.parse(event.target.value) })}
    >
      {TLP_LABELS.map((label) => (
        <option key={label} value={label}>{`TLP:${label}`}</option>
      ))}
    </select>
  )
}

function TitleField({ content, language, onChange }: Editing) {
  const t = useWords(bulletinTextWords)
  return (
    <textarea
      className="bulletin-field bulletin-title"
      data-place={`title-${language}`}
      aria-label={t('field-title')}
      lang={language}
      rows={1}
      maxLength={200}
      value={content.title[language]}
      onChange={({ target }) =>
        onChange(editContent.title(content, language, target.value.replaceAll('\n', ' ')))
      }
    />
  )
}

function SummaryFields({ content, language, onChange }: Editing) {
  const t = useWords(bulletinTextWords)
  return (
    <div className="stack">
      {content.summary[language].map((text, at) => (
        <TextLine
          key={at}
          place={`summary-${at}-${language}`}
          label={t('field-paragraph', { at: at + 1 })}
          removeLabel={t('remove-paragraph', { at: at + 1 })}
          text={text}
          language={language}
          onText={(next) => onChange(editContent.paragraph(content, { language, at, text: next }))}
          onRemove={() => onChange(editContent.removeParagraph(content, at))}
        />
      ))}
      <AddLine
        label={t('add-paragraph')}
        onAdd={() => onChange(editContent.addParagraph(content))}
      />
    </div>
  )
}

function AdviceFields({ content, language, onChange }: Editing) {
  const t = useWords(bulletinTextWords)
  return (
    <div className="stack">
      {content.advice.map((advice, at) => (
        <TextLine
          key={at}
          place={`advice-${at}-${language}`}
          label={t('field-advice', { at: at + 1 })}
          removeLabel={t('remove-advice', { at: at + 1 })}
          text={advice[language]}
          language={language}
          onText={(next) => onChange(editContent.advice(content, { language, at, text: next }))}
          onRemove={() => onChange(editContent.removeAdvice(content, at))}
        />
      ))}
      <AddLine label={t('add-advice')} onAdd={() => onChange(editContent.addAdvice(content))} />
    </div>
  )
}

/** Values come from the evidence and are never typed: they can only be left out. */
function IndicatorFields({ content, onChange }: Editing) {
  const t = useWords(bulletinTextWords)
  return (
    <ul className="bulletin-indicators">
      {content.indicators.map(({ type, value, context }, at) => (
        <li key={`${type} ${value} ${context}`} className="bulletin-line">
          <span className="mono grow">
            <HostileText text={value} />
          </span>
          <RemoveLine
            label={t('remove-indicator', { value })}
            onRemove={() => onChange(editContent.removeIndicator(content, at))}
          />
        </li>
      ))}
    </ul>
  )
}
