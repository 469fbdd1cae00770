import type { InvitationLink } from 'contract/people'
import type { z } from 'zod'
import { ShownOnceSheet } from '../../parts/ShownOnceSheet.tsx'
import { communityWords } from '../../words/community.ts'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'

/** A link that signs a person in once, to be handed over. */
export function LinkSheet({
  name,
  link: { url, expiresAt, waits = false },
  onClose,
}: {
  name: string
  link: z.output<typeof InvitationLink> & { readonly waits?: boolean }
  onClose: () => void
}) {
  const t = useWords(communityWords)
  const dates = useDates()
  return (
    <ShownOnceSheet
      title={t('link-title', { name })}
      secret={url}
      label={t('link-label')}
      onClose={onClose}
    >
      {waits && <p className="strong">{t('link-waits')}</p>}
      <p>{t('link-say', { until: dates.moment(expiresAt) })}</p>
    </ShownOnceSheet>
  )
}
