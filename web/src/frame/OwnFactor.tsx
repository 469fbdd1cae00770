import { useQueryClient } from '@tanstack/react-query'
import { type Me, useSignOut } from '../client/me.ts'
import { StepUpSheet } from './StepUpSheet.tsx'

/** After the sign-in service gave its word: the hub's own second factor, before anything is shown. */
export function OwnFactor({ me }: { me: Me }) {
  const queryClient = useQueryClient()
  const signOut = useSignOut()
  return (
    <StepUpSheet
      me={me}
      isFirst
      onAnswer={(isProved) => (isProved ? void queryClient.resetQueries() : signOut.mutate())}
    />
  )
}
