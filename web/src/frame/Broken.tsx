import { Button } from '../parts/Button.tsx'
import { frameWords } from '../words/frame.ts'
import { useWords } from '../words/use-words.ts'

/** A fault of ours in one page: the rest stays, nothing saved is lost. */
export function Broken() {
  const t = useWords(frameWords)
  return (
    <div className="page" role="alert">
      <h1>{t('broken')}</h1>
      <p>
        <Button onClick={() => location.reload()}>{t('reload')}</Button>
      </p>
    </div>
  )
}
