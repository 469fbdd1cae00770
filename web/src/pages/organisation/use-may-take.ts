import { useMe } from '../../client/me.ts'
import { useIsKeeper } from '../community/use-keeper.ts'

/** Whether the reader may take entries out of a vault: its own contact, or a keeper of the register. The hub decides again. */
export function useMayTake(): boolean {
  const { data: me } = useMe()
  const isKeeper = useIsKeeper()
  return isKeeper || (me?.roles.includes('member-contact') ?? false)
}
