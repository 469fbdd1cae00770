import { Button } from '../../parts/Button.tsx'
import { bulletinTextWords } from '../../words/bulletin-text.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import type { BulletinText, TextPart } from './rebase-text.ts'
import type { DraftText } from './use-draft-text.ts'

/** Somebody else saved first: says so, keeps what was typed, and shows theirs where both wrote. */
export function Conflict({ draft }: { draft: DraftText }) {
  const t = useWords(bulletinTextWords)
  if (draft.isConflict) {
    return (
      <div className="bench-notice" role="alert">
        <p className="grow">{t('conflict')}</p>
        <Button size="s" onClick={draft.rebase}>
          {t('reload')}
        </Button>
      </div>
    )
  }
  if (draft.overlap === undefined) return null
  const { parts, theirs } = draft.overlap
  return (
    <div className="bench-notice" role="status">
      <div className="stack grow">
        <p>{t('rebased-both')}</p>
        {parts.map((part) => (
          <Theirs key={part} part={part} text={theirs} />
        ))}
      </div>
    </div>
  )
}

function Theirs({ part, text }: { part: TextPart; text: BulletinText }) {
  const t = useWords(bulletinTextWords)
  const say = useSay()
  const { title, summary, advice, tlp } = text.content
  const lines = {
    title: [say(title)],
    summary: [...summary.ja, ...summary.en],
    advice: advice.map(say),
    tlp: [`TLP:${tlp}`],
    groups: [],
  }[part]
  return (
    <details className="small">
      <summary className="strong">{t(`part-${part}`)}</summary>
      {lines.map((line, at) => (
        <p key={at}>{line}</p>
      ))}
    </details>
  )
}
