import { useMe } from '../../client/me.ts'

/** Whether the reader may change the register of organisations and groups. The hub decides again. */
export function useIsKeeper(): boolean {
  const { data: me } = useMe()
  return me?.roles.some((role) => role === 'hub-admin' || role === 'hub-lead') ?? false
}

/** Whether the reader may invite people and shut them out. */
export function useIsAdministrator(): boolean {
  const { data: me } = useMe()
  return me?.roles.includes('hub-admin') ?? false
}
