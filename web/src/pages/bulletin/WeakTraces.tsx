import { IconCheck } from '@tabler/icons-react'
import type { BulletinView, WeakTrace } from 'contract/bulletin'
import { toSay } from '../../client/api-failure.ts'
import { useMoveBulletin } from '../../client/bulletins.ts'
import { useMe } from '../../client/me.ts'
import { Button } from '../../parts/Button.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { useToast } from '../../parts/toasts.ts'
import { leakCheckWords } from '../../words/leak-check.ts'
import { useDates } from '../../words/dates.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { listExcerpts } from './list-excerpts.ts'
import { isEditor, isOut } from './may-edit.ts'

/** What the check leaves to a person: ordinary words that are names as well, and names it could not search. */
export function WeakTraces({
  view,
  isOff,
  onShow,
}: {
  view: Pick<BulletinView, 'bulletinId' | 'state' | 'check'>
  /** The check holds for another text. */
  isOff: boolean
  onShow?: ((trace: string) => void) | undefined
}) {
  const t = useWords(leakCheckWords)
  const say = useSay()
  const toast = useToast()
  const { data: me } = useMe()
  const move = useMoveBulletin(view.bulletinId)
  const { check } = view
  if (check === undefined || isOff) return null
  const { weakTraces, skipped, skippedCount } = check
  const mayConfirm = isEditor(me) && !isOut(view.state) && view.state !== 'releasing'
  const confirm = (weakTraceId: string) =>
    move.mutate(
      { move: 'weak-traces', body: { weakTraceId } },
      { onError: (error) => toast({ say: say(toSay(error)), isError: true }) },
    )
  return (
    <>
      {weakTraces.length > 0 && (
        <section className="seal-weak" aria-label={t('weak')}>
          <h4>{t('weak')}</h4>
          <p className="tiny">{t('weak-say')}</p>
          <ul>
            {weakTraces.map((weak) => (
              <WeakRow
                key={weak.weakTraceId}
                weak={weak}
                onShow={onShow}
                onConfirm={mayConfirm ? () => confirm(weak.weakTraceId) : undefined}
                isBusy={move.isPending}
              />
            ))}
          </ul>
        </section>
      )}
      {skippedCount > 0 && (
        <p className="tiny seal-skipped">
          {t('skipped', { count: skippedCount })} <HostileText text={skipped.join('、')} />
          {skippedCount > skipped.length && ' …'}
        </p>
      )}
    </>
  )
}

function WeakRow({
  weak,
  onShow,
  onConfirm,
  isBusy,
}: {
  weak: WeakTrace
  onShow: ((trace: string) => void) | undefined
  onConfirm: (() => void) | undefined
  isBusy: boolean
}) {
  const t = useWords(leakCheckWords)
  const dates = useDates()
  const { trace, organisation, excerpts, placeCount, confirmed } = weak
  return (
    <li>
      <p className="strong">
        <HostileText text={trace} />
        {organisation !== undefined && organisation !== trace && (
          <span className="tiny quiet"> {t('weak-of', { name: organisation })}</span>
        )}
      </p>
      <ul className="seal-places">
        {listExcerpts(excerpts, trace).map(({ pieces, isCutBefore, isCutAfter }, at) => (
          <li key={at} className="seal-excerpt reason">
            {isCutBefore && '…'}
            {pieces.map(({ text, isWord }, piece) =>
              isWord ? (
                <mark key={piece} className="seal-word">
                  <HostileText text={text} />
                </mark>
              ) : (
                <HostileText key={piece} text={text} />
              ),
            )}
            {isCutAfter && '…'}
          </li>
        ))}
      </ul>
      {placeCount > excerpts.length && (
        <p className="tiny quiet">{t('weak-more', { count: placeCount - excerpts.length })}</p>
      )}
      <div className="seal-weak-acts">
        {confirmed === undefined ? (
          onConfirm !== undefined && (
            <Button kind="solid" size="s" busy={isBusy} onClick={onConfirm}>
              {t('weak-confirm')}
            </Button>
          )
        ) : (
          <span className="tiny seal-confirmed">
            <IconCheck size={14} aria-hidden="true" />{' '}
            {t('weak-confirmed', { at: dates.short(confirmed.at), who: confirmed.by })}
          </span>
        )}
        {onShow !== undefined && (
          <button type="button" className="link-button" onClick={() => onShow(trace)}>
            {t('leak-show')}
          </button>
        )}
      </div>
    </li>
  )
}
