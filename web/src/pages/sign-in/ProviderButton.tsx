import { IconExternalLink } from '@tabler/icons-react'
import { toSay } from '../../client/api-failure.ts'
import { useSignInWays, useStartVisit } from '../../client/sign-in.ts'
import { Button } from '../../parts/Button.tsx'
import { signInWords } from '../../words/sign-in.ts'
import { useSay, useWords } from '../../words/use-words.ts'

/** The way in through the organisation's own sign-in service, on hubs that have one. */
export function ProviderButton() {
  const t = useWords(signInWords)
  const say = useSay()
  const { data: ways } = useSignInWays()
  const visit = useStartVisit('sign-in')
  if (ways?.provider === undefined) return null
  return (
    <>
      {visit.error !== null && (
        <p className="welcome-error" role="alert">
          {say(toSay(visit.error))}
        </p>
      )}
      <Button
        size="l"
        icon={<IconExternalLink aria-hidden="true" />}
        busy={visit.isPending}
        onClick={() => visit.mutate()}
      >
        {t('provider', { name: ways.provider.name })}
      </Button>
    </>
  )
}
