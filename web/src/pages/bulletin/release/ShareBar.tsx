import type { BulletinView } from 'contract/bulletin'
import { useState } from 'react'
import { ApiFailure, toSay } from '../../../client/api-failure.ts'
import { useMoveBulletin } from '../../../client/bulletins.ts'
import { useMe } from '../../../client/me.ts'
import { Button } from '../../../parts/Button.tsx'
import { useToast } from '../../../parts/toasts.ts'
import { bulletinReleaseWords } from '../../../words/bulletin-release.ts'
import { useSay, useWords } from '../../../words/use-words.ts'
import { isLead } from '../may-edit.ts'
import { ReleaseTimeSheet } from './ReleaseTimeSheet.tsx'
import { toSealState } from '../to-seal-state.ts'

/** The one button, with the groups and the number it reaches; where it is missing, why. */
export function ShareBar({ view }: { view: BulletinView }) {
  const t = useWords(bulletinReleaseWords)
  const say = useSay()
  const toast = useToast()
  const move = useMoveBulletin(view.bulletinId)
  const reason = useReason(view)
  const [isChoosing, setChoosing] = useState(false)
  const { audience, contentHash, releaseDelayMinutes } = view
  const { organisationCount } = audience
  const share = (releaseAt?: string) => {
    const body = {
      contentHash,
      organisationCount,
      ...(releaseAt === undefined ? {} : { releaseAt }),
    }
    move.mutate(
      { move: 'release', body },
      {
        onSuccess: ({ state }) => {
          setChoosing(false)
          const number = { number: view.number }
          toast({ say: t(state === 'released' ? 'shared-done' : 'ordered-done', number) })
        },
        onError: (error) => toast({ say: say(toSay(error)), isError: true }),
      },
    )
  }
  const needsAnother =
    move.error instanceof ApiFailure && move.error.code === 'second-person-needed'
  const groups = audience.groups.map(({ name }) => say(name)).join(t('and'))
  return (
    <footer className="review-share">
      <p className="grow reason" role="status">
        {needsAnother
          ? t('why-two')
          : (reason ??
            t(releaseDelayMinutes > 0 ? 'share-say' : 'share-say-now', {
              groups,
              minutes: releaseDelayMinutes,
            }))}
      </p>
      {reason === undefined && (
        <>
          <Button size="l" disabled={needsAnother} onClick={() => setChoosing(true)}>
            {t('choose-time')}
          </Button>
          <Button
            kind="primary"
            size="l"
            busy={move.isPending && !isChoosing}
            disabled={needsAnother}
            onClick={() => share()}
          >
            {t('share', { count: organisationCount })}
          </Button>
        </>
      )}
      {isChoosing && (
        <ReleaseTimeSheet
          count={organisationCount}
          delayMinutes={releaseDelayMinutes}
          isBusy={move.isPending}
          onClose={() => setChoosing(false)}
          onChoose={share}
        />
      )}
    </footer>
  )
}

const STATES = ['draft', 'checked', 'waiting'] as const

/** Nothing when it may be shared by this person now. */
function useReason(view: BulletinView): string | undefined {
  const t = useWords(bulletinReleaseWords)
  const { data: me } = useMe()
  const { state } = view
  if (state !== 'approved') {
    const known = STATES.find((each) => each === state)
    return known === undefined ? '' : t('why-state', { say: t(`state-${known}`) })
  }
  if (view.audience.organisationCount === 0) return t('why-audience')
  const seal = toSealState(view, { isChecking: false, isDirty: false })
  if (seal === 'open') return t('why-open')
  if (seal !== 'clean') return t('why-stale')
  return isLead(me) ? undefined : t('why-lead')
}
