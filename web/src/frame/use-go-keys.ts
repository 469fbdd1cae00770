import { useNavigate } from '@tanstack/react-router'
import type { Destination } from './destinations.ts'
import { useKeys } from './use-keys.ts'

/** `g` and then a letter goes somewhere: `g q` to the queue. */
export function useGoKeys(destinations: readonly Destination[]): void {
  const navigate = useNavigate()
  useKeys(
    Object.fromEntries(
      destinations.map(({ goKey, href }) => [`g ${goKey}`, () => void navigate({ to: href })]),
    ),
  )
}
