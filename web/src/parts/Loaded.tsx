import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ApiFailure, toSay } from '../client/api-failure.ts'
import { useDates } from '../words/dates.ts'
import { partsWords } from '../words/parts.ts'
import { useSay, useWords } from '../words/use-words.ts'
import { Button } from './Button.tsx'
import { type ListPlace, WayBack } from './WayBack.tsx'
import './Loaded.css'

export interface LoadedProps<T> {
  readonly query: UseQueryResult<T>
  /** Says what will be here and what to do first. Shown for an empty list, or when `isEmpty` says so. */
  readonly empty?: ReactNode
  readonly isEmpty?: (loaded: T) => boolean
  /** How many grey rows hold the shape while loading. */
  readonly shape?: number
  /** The whole page waits for it: until its own title is there, the state stands as the heading. */
  readonly isPage?: boolean
  /** The list the page is reached from: trying again brings nobody to what is hidden from them. */
  readonly back?: ListPlace
  readonly children: (loaded: T) => ReactNode
}

/** The four states of everything that is loaded: loading, failed, empty, ready. No page can forget one. */
export function Loaded<T>({
  query,
  empty,
  isEmpty,
  shape = 3,
  isPage = false,
  back,
  children,
}: LoadedProps<T>) {
  if (query.data === undefined) {
    return (
      <>
        {isPage && <PageState isError={query.isError} />}
        {query.isError ? <Failed query={query} back={back} /> : <Loading shape={shape} />}
      </>
    )
  }
  const isBare = isEmpty ?? ((loaded: T) => Array.isArray(loaded) && loaded.length === 0)
  return (
    <>
      {query.isError && <Stale query={query} />}
      {empty !== undefined && isBare(query.data) ? (
        <div className="loaded-empty">{empty}</div>
      ) : (
        children(query.data)
      )}
    </>
  )
}

/** Every page has a heading, also while it loads and when it could not be loaded (WCAG 2.4.6). */
function PageState({ isError }: { isError: boolean }) {
  const t = useWords(partsWords)
  return <h1 className="unseen">{t(isError ? 'not-loaded' : 'loading')}</h1>
}

function Loading({ shape }: { shape: number }) {
  const t = useWords(partsWords)
  return (
    <div className="loading" role="status" aria-label={t('loading')}>
      {Array.from({ length: shape }, (_, row) => (
        <div key={row} className="loading-row" aria-hidden="true" />
      ))}
      <p className="loading-long">{t('loading-long')}</p>
    </div>
  )
}

function Failed({
  query,
  back,
}: {
  query: Pick<UseQueryResult, 'error' | 'refetch' | 'isFetching'>
  back: ListPlace | undefined
}) {
  const t = useWords(partsWords)
  const say = useSay()
  const isMissing = query.error instanceof ApiFailure && query.error.code === 'not-found'
  return (
    <div className="loaded-failed" role="alert">
      <p>{say(toSay(query.error))}</p>
      <div className="row-wrap">
        {!(isMissing && back !== undefined) && (
          <Button busy={query.isFetching} onClick={() => void query.refetch()}>
            {t('again')}
          </Button>
        )}
        {back !== undefined && <WayBack to={back} />}
      </div>
    </div>
  )
}

/** What was loaded before stays, marked with its time. */
function Stale({
  query,
}: {
  query: Pick<UseQueryResult, 'refetch' | 'dataUpdatedAt' | 'isFetching'>
}) {
  const t = useWords(partsWords)
  const dates = useDates()
  const time = dates.time(new Date(query.dataUpdatedAt).toISOString())
  return (
    <div className="loaded-stale" role="status">
      <span>{t('stale', { time })}</span>
      <button type="button" className="link-button" onClick={() => void query.refetch()}>
        {t('again')}
      </button>
    </div>
  )
}
