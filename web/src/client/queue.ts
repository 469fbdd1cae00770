import { useQuery } from '@tanstack/react-query'
import { Queue } from 'contract/case'
import { callApi } from './call-api.ts'

const QUEUE_KEY = ['queue'] as const
/** Colleagues move things too; a queue that is a minute old is still right to look at. */
const REFETCH_MS = 30_000

/** What waits, for everybody; the tabs of the page choose from it. */
export function useQueue(isWanted = true) {
  return useQuery({
    queryKey: QUEUE_KEY,
    queryFn: ({ signal }) => callApi({ path: '/api/queue', answer: Queue, signal }),
    refetchInterval: REFETCH_MS,
    enabled: isWanted,
  })
}

/** How many wait for me or for anybody, for the navigation. */
export function useQueueCount(isWanted: boolean): number | undefined {
  const counts = useQueue(isWanted).data?.counts
  return counts && counts.me + counts.unassigned
}
