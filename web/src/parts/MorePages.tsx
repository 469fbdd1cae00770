import { partsWords } from '../words/parts.ts'
import { useWords } from '../words/use-words.ts'
import { Button } from './Button.tsx'

/** The way to the next page of a list, as long as there is one. */
export function MorePages({
  of: { hasNextPage, isFetchingNextPage, fetchNextPage },
}: {
  of: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => Promise<unknown>
  }
}) {
  const t = useWords(partsWords)
  if (!hasNextPage) return null
  return (
    <div>
      <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {t('more-pages')}
      </Button>
    </div>
  )
}
