import type { BulletinView } from 'contract/bulletin'
import { bulletinWords } from '../../words/bulletin.ts'
import { bulletinTextWords } from '../../words/bulletin-text.ts'
import { useWords } from '../../words/use-words.ts'
import { toCheckLabel } from './to-check-label.ts'

type Settling = Pick<BulletinView, 'settling' | 'state' | 'check'>

/** The text does not read yet as its providers answered. */
export function SettlingNotice({ view }: { view: Settling }) {
  const t = useWords(bulletinTextWords)
  const button = useWords(bulletinWords)(toCheckLabel(view))
  if (view.settling === undefined) return null
  const hasFailed = view.settling === 'failed'
  return (
    <div className="bench-notice" role={hasFailed ? 'alert' : 'status'}>
      <p className="grow">
        {!hasFailed
          ? t('settling-waiting')
          : view.state === 'draft'
            ? t('settling-failed', { button })
            : t('settling-failed-later')}
      </p>
    </div>
  )
}
