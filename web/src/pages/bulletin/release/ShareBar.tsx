import type { BulletinView } from 'contract/bulletin'
import { ApiFailure, toSay } from '../../../client/api-failure.ts'
import { useMoveBulletin } from '../../../client/bulletins.ts'
import { useMe } from '../../../client/me.ts'
import { Button } from '../../../parts/Button.tsx'
import { useToast } from '../../../parts/toasts.ts'
import { bulletinReleaseWords } from '../../../words/bulletin-release.ts'
import { useSay, useWords } from '../../../words/use-words.ts'
import { isLead } from '../may-edit.ts'
import { toSealState } from '../to-seal-state.ts'

/** The one button, with the number on it; where it is missing, why. */
export function ShareBar({ view }: { view: BulletinView }) {
  const t = useWords(bulletinReleaseWords)
  const say = useSay()
  const toast = useToast()
  const move = useMoveBulletin(view.bulletinId)
  const reason = useReason(view)
  const { organisationCount } = view.audience
  const share = () =>
    move.mutate(
      { move: 'release', body: { contentHash: view.contentHash, organisationCount } },
      {
        onSuccess: () => toast({ say: t('shared-done', { number: view.number }) }),
        onError: (error) => toast({ say: say(toSay(error)), isError: true }),
      },
    )
  const needsAnother =
    move.error instanceof ApiFailure && move.error.code === 'second-person-needed'
  return (
    <footer className="review-share">
      <p className="grow reason" role="status">
        {needsAnother ? t('why-two') : reason}
      </p>
      {reason === undefined && (
        <Button
          kind="primary"
          size="l"
          busy={move.isPending}
          disabled={needsAnother}
          onClick={share}
        >
          {t('share', { count: organisationCount })}
        </Button>
      )}
    </footer>
  )
}

/** Nothing when it may be shared by this person now. */
function useReason(view: BulletinView): string | undefined {
  const t = useWords(bulletinReleaseWords)
  const { data: me } = useMe()
  const { state } = view
  if (state === 'draft' || state === 'checked' || state === 'waiting') {
    return t('why-state', { say: t(`state-${state}`) })
  }
  if (view.audience.organisationCount === 0) return t('why-audience')
  if (toSealState(view, { isChecking: false, isDirty: false }) !== 'clean') return t('why-stale')
  return isLead(me) ? undefined : t('why-lead')
}
