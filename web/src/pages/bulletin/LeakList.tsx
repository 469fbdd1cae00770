import type { BulletinView } from 'contract/bulletin'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { leakCheckWords } from '../../words/leak-check.ts'
import { useLanguage, useWords } from '../../words/use-words.ts'

type Leaks = NonNullable<BulletinView['check']>['leaks']

/** The spelling itself, neither encoded nor altered: nothing to add. */
const AS_WRITTEN = 'as written'

/** Each place in which a trace remains, with the words around it and the way to it in the text. */
export function LeakList({
  leaks,
  onShow,
}: {
  leaks: Leaks
  onShow?: ((trace: string) => void) | undefined
}) {
  const t = useWords(leakCheckWords)
  const language = useLanguage()
  return (
    <ul className="seal-leaks">
      {leaks.map((leak, at) => (
        <li key={at}>
          <p className="strong">
            {leak.organisation !== undefined && leak.organisation !== leak.trace && (
              <>{leak.organisation} </>
            )}
            <HostileText text={leak.trace} />
          </p>
          <p className="tiny">
            {leak.where === undefined
              ? t('leak-place', { format: t(`format-${leak.format}`), place: leak.place })
              : `${t(`format-${leak.format}`)}・${leak.where[language]}`}
            {leak.how !== AS_WRITTEN && <span lang="en">・{leak.how}</span>}
          </p>
          {leak.excerpt !== '' && (
            <p className="mono seal-excerpt">
              <HostileText text={leak.excerpt} />
            </p>
          )}
          {onShow !== undefined && (
            <button type="button" className="link-button" onClick={() => onShow(leak.trace)}>
              {t('leak-show')}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
