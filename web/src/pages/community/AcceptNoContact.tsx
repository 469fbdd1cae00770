import { Checkbox } from '@mantine/core'
import { ApiFailure } from '../../client/api-failure.ts'
import { communityWords } from '../../words/community.ts'
import { useWords } from '../../words/use-words.ts'

/** Appears once the hub said that an organisation would be left without a contact: going on must be wanted. */
export function AcceptNoContact({
  error,
  isAccepted,
  onChange,
}: {
  error: Error | null
  isAccepted: boolean
  onChange: (isAccepted: boolean) => void
}) {
  const t = useWords(communityWords)
  const isLast = error instanceof ApiFailure && error.code === 'last-contact'
  if (!isLast && !isAccepted) return null
  return (
    <Checkbox
      label={t('accept-no-contact')}
      checked={isAccepted}
      onChange={({ target }) => onChange(target.checked)}
    />
  )
}
