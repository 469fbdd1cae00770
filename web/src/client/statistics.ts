import { useQuery } from '@tanstack/react-query'
import { Done, type Language } from 'contract/common'
import {
  Breakdown,
  type Figure,
  FigureItems,
  type ImportFiguresRequest,
  type PublishBreakdownRequest,
  Table1,
} from 'contract/statistics'
import type { z } from 'zod'
import { callApi, toAddress } from './call-api.ts'
import { useOrder } from './order.ts'

/** Which table: the last of its four quarters, and the day whose end it is as of. */
export interface TableOf {
  readonly quarter: string | undefined
  readonly asOf: string | undefined
}

export function useTable1({ quarter, asOf }: TableOf) {
  return useQuery({
    queryKey: ['table1', quarter, asOf],
    queryFn: ({ signal }) =>
      callApi({
        path: '/api/statistics/table1',
        query: { quarter, asOf },
        answer: Table1,
        signal,
      }),
  })
}

/** Where the same table is as CSV. */
export function toCsvAddress({ quarter, asOf }: TableOf, lang: Language): string {
  return toAddress('/api/statistics/table1.csv', { quarter, asOf, lang })
}

/** What one figure counts, item by item; staff only. */
export function useFigureItems(quarter: string, figure: Figure, asOf: string) {
  return useQuery({
    queryKey: ['figure-items', quarter, figure, asOf],
    queryFn: ({ signal }) =>
      callApi({
        path: '/api/statistics/items',
        query: { quarter, figure, asOf },
        answer: FigureItems,
        signal,
      }),
  })
}

export function useImportFigures() {
  return useOrder((body: z.input<typeof ImportFiguresRequest>) =>
    callApi({ method: 'POST', path: '/api/statistics/import', body, answer: Done }),
  )
}

/** What each industry provided: exact for staff, for members what was published. */
export function useBreakdown(quarter: string) {
  return useQuery({
    queryKey: ['breakdown', quarter],
    queryFn: ({ signal }) =>
      callApi({
        path: '/api/statistics/breakdown',
        query: { quarter },
        answer: Breakdown,
        signal,
      }),
  })
}

export function usePublishBreakdown() {
  return useOrder((body: z.input<typeof PublishBreakdownRequest>) =>
    callApi({ method: 'POST', path: '/api/statistics/breakdown', body, answer: Done }),
  )
}
