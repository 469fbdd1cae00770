import type { BulletinContent } from 'contract/bulletin'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import type { DiffPiece } from '../../parts/diff-piece.ts'
import { approvalWords } from '../../words/approval.ts'
import { useLanguage, useWords } from '../../words/use-words.ts'
import { listTextChanges } from './list-text-changes.ts'

/** What became different since this provider was asked before, in both languages, for both go out. */
export function ApprovalChanges({
  before,
  after,
}: {
  before: BulletinContent
  after: BulletinContent
}) {
  const t = useWords(approvalWords)
  const reader = useLanguage()
  const languages = reader === 'ja' ? (['ja', 'en'] as const) : (['en', 'ja'] as const)
  return (
    <div className="approval-changes">
      <p className="small quiet">{t('changes-say')}</p>
      {languages.map((language) => (
        <section key={language} lang={language} aria-label={t(`text-${language}`)}>
          <h3 className="label">{t(`text-${language}`)}</h3>
          {listTextChanges(before, after, language).map(({ part, pieces }) => (
            <div key={part} className="approval-change">
              <h4 className="small quiet">{t(`part-${part}`)}</h4>
              <p className="approval-change-text">
                {pieces.map((piece, at) => (
                  <Piece key={at} piece={piece} />
                ))}
              </p>
            </div>
          ))}
          {listTextChanges(before, after, language).length === 0 && (
            <p className="small quiet">{t('changes-none')}</p>
          )}
        </section>
      ))}
    </div>
  )
}

/** Struck through and underlined, and said: not told apart by colour alone (WCAG 1.4.1). */
function Piece({ piece: { kind, text } }: { piece: DiffPiece }) {
  const t = useWords(approvalWords)
  const drawn = <HostileText text={text} />
  if (kind === 'kept') return drawn
  const said = <span className="unseen">{t(kind)}</span>
  return kind === 'added' ? (
    <ins>
      {said}
      {drawn}
    </ins>
  ) : (
    <del>
      {said}
      {drawn}
    </del>
  )
}
