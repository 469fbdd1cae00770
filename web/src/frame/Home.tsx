import { Navigate } from '@tanstack/react-router'
import { useMe } from '../client/me.ts'
import { toHome } from './destinations.ts'

/** `/` leads to what waits for this person. */
export function Home() {
  const { data: me } = useMe()
  return me ? <Navigate to={toHome(me)} replace /> : null
}
