import type { BulletinView } from 'contract/bulletin'
import { toSayAndPlaces } from '../../client/api-failure.ts'
import { useMoveBulletin } from '../../client/bulletins.ts'
import { useToast } from '../../parts/toasts.ts'
import { useSay } from '../../words/use-words.ts'

/** Has the hub build and search the outgoing bytes; what it finds comes with the bulletin. */
export function useCheck({ bulletinId }: Pick<BulletinView, 'bulletinId'>) {
  const say = useSay()
  const toast = useToast()
  const move = useMoveBulletin(bulletinId)
  return {
    isPending: move.isPending,
    run: () =>
      move.mutate(
        { move: 'check' },
        { onError: (error) => toast({ say: say(toSayAndPlaces(error)), isError: true }) },
      ),
  }
}
