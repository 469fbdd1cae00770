import { IconChevronLeft, IconChevronRight, IconLock } from '@tabler/icons-react'
import type { BulletinView } from 'contract/bulletin'
import { useState } from 'react'
import { Redaction } from '../../parts/Redaction.tsx'
import { DefangSwitch } from '../../parts/hostile/DefangSwitch.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { bulletinWords } from '../../words/bulletin.ts'
import { useLanguage, useWords } from '../../words/use-words.ts'

type Shown = Pick<BulletinView, 'originals' | 'undrafted' | 'draftProblem'>

/** The mails behind the text, one at a time, with what was done to each piece. Never leaves the hub. */
export function Originals({ view }: { view: Shown }) {
  const { originals, undrafted, draftProblem } = view
  const t = useWords(bulletinWords)
  const separator = useLanguage() === 'ja' ? '、' : ', '
  const [at, setAt] = useState(0)
  const original = originals[at]
  return (
    <section className="bench-original inside" aria-label={t('original')}>
      <header className="bench-head">
        <IconLock size={16} stroke={1.5} aria-hidden="true" />
        <h2>{t('original')}</h2>
        <span className="push tiny quiet">{t('never-leaves')}</span>
      </header>
      {undrafted !== undefined && (
        <p className="bench-notice small">
          {t('undrafted', {
            count: undrafted.count,
            receipts: undrafted.receipts.join(separator),
          })}
        </p>
      )}
      <div className="bench-body">
        {original === undefined ? (
          <p className="small quiet">
            {t(draftProblem === undefined ? 'originals-none' : 'originals-unknown')}
          </p>
        ) : (
          <>
            <div className="row">
              <p className="small strong grow">
                <HostileText text={original.label} />
              </p>
              <Turner at={at} count={originals.length} onTurn={setAt} />
            </div>
            <div className="bench-text">
              <Redaction segments={original.segments} />
            </div>
            <p>
              <DefangSwitch />
            </p>
          </>
        )}
      </div>
    </section>
  )
}

function Turner({
  at,
  count,
  onTurn,
}: {
  at: number
  count: number
  onTurn: (at: number) => void
}) {
  const t = useWords(bulletinWords)
  if (count < 2) return null
  return (
    <span className="row nowrap tiny quiet">
      <button
        type="button"
        className="icon-button"
        aria-label={t('previous-original')}
        disabled={at === 0}
        onClick={() => onTurn(at - 1)}
      >
        <IconChevronLeft aria-hidden="true" />
      </button>
      {t('originals-of', { at: at + 1, count })}
      <button
        type="button"
        className="icon-button"
        aria-label={t('next-original')}
        disabled={at === count - 1}
        onClick={() => onTurn(at + 1)}
      >
        <IconChevronRight aria-hidden="true" />
      </button>
    </span>
  )
}
