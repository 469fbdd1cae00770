import type { BulletinView } from 'contract/bulletin'
import { bulletinTextWords } from '../../words/bulletin-text.ts'
import { useWords } from '../../words/use-words.ts'

/** The text does not read yet as its providers answered. */
export function SettlingNotice({ settling }: Pick<BulletinView, 'settling'>) {
  const t = useWords(bulletinTextWords)
  if (settling === undefined) return null
  return (
    <div className="bench-notice" role={settling === 'failed' ? 'alert' : 'status'}>
      <p className="grow">{t(`settling-${settling}`)}</p>
    </div>
  )
}
