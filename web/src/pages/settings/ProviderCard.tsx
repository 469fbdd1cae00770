import { useState } from 'react'
import { toSay } from '../../client/api-failure.ts'
import { useLinkedIdentity, useUnlinkIdentity } from '../../client/settings.ts'
import { useSignInWays, useStartVisit } from '../../client/sign-in.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useToast } from '../../parts/toasts.ts'
import { useDates } from '../../words/dates.ts'
import { settingsWords } from '../../words/settings.ts'
import { useSay, useWords } from '../../words/use-words.ts'

/** Linking one's account at the sign-in service, on hubs that have one. */
export function ProviderCard() {
  const { data: ways } = useSignInWays()
  return ways?.provider === undefined ? null : <LinkCard name={ways.provider.name} />
}

function LinkCard({ name }: { name: string }) {
  const t = useWords(settingsWords)
  const say = useSay()
  const dates = useDates()
  const toast = useToast()
  const { data: identity } = useLinkedIdentity()
  const visit = useStartVisit('me')
  const [isRemoving, setRemoving] = useState(false)
  const leave = () =>
    visit.mutate(undefined, {
      onError: (error) => toast({ say: say(toSay(error)), isError: true }),
    })
  return (
    <Card title={t('provider')}>
      <div className="stack">
        <p className="small quiet">{t('provider-say', { name })}</p>
        <p className="row-wrap">
          {identity?.linkedOn !== undefined && (
            <span className="small">{t('provider-on', { on: dates.day(identity.linkedOn) })}</span>
          )}
          <span className="push">
            {identity?.linked === true ? (
              <Button size="s" kind="quiet" onClick={() => setRemoving(true)}>
                {t('provider-unlink')}
              </Button>
            ) : (
              <Button size="s" busy={visit.isPending} onClick={leave}>
                {t('provider-link')}
              </Button>
            )}
          </span>
        </p>
      </div>
      {isRemoving && <UnlinkSheet name={name} onClose={() => setRemoving(false)} />}
    </Card>
  )
}

function UnlinkSheet({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useWords(settingsWords)
  const toast = useToast()
  const unlink = useUnlinkIdentity()
  const finish = () => {
    toast({ say: t('provider-unlinked') })
    onClose()
  }
  return (
    <FormSheet
      title={t('provider')}
      submit={t('provider-unlink')}
      order={unlink}
      onSubmit={() => unlink.mutate(undefined, { onSuccess: finish })}
      onClose={onClose}
    >
      <p>{t('provider-unlink-say', { name })}</p>
    </FormSheet>
  )
}
