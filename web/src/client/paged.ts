import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { callApi } from './call-api.ts'

interface Page<R> {
  readonly rows: R[]
  readonly next?: string | undefined
}

/** A list that comes in pages; `rows` are all pages loaded so far. */
export function usePaged<R>({
  key,
  path,
  query,
  answer,
}: {
  key: QueryKey
  path: string
  query: Readonly<Record<string, string | undefined>>
  answer: z.ZodType<Page<R>>
}) {
  return useInfiniteQuery({
    queryKey: [...key, query],
    queryFn: ({ pageParam, signal }) =>
      callApi({ path, query: { ...query, after: pageParam }, answer, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    select: ({ pages }) => pages.flatMap(({ rows }) => rows),
  })
}
