import type { StructureView } from 'contract/community'
import { useState } from 'react'
import { toDrawingAddress } from '../../client/community.ts'
import { Card } from '../../parts/Card.tsx'
import { communityWords } from '../../words/community.ts'
import { useDates } from '../../words/dates.ts'
import { useLanguage, useWords } from '../../words/use-words.ts'

/** 図1: the same drawing the report has, from the same data. */
export function StructureDrawing({ view }: { view: StructureView }) {
  const t = useWords(communityWords)
  const dates = useDates()
  const address = toDrawingAddress(view.asOf, useLanguage())
  const [failed, setFailed] = useState<string>()
  const sigs = view.groups.filter(({ kind }) => kind === 'sig').length
  const alt = t('drawing-alt', {
    day: dates.day(view.asOf),
    sigs,
    members: view.sigMembershipCount,
    frameworks: view.groups.length - sigs,
  })
  return (
    <Card
      title={`${t('drawing')}　${dates.day(view.asOf)}`}
      padded={false}
      aside={
        <a href={address} target="_blank" rel="noreferrer">
          {t('drawing-open')}
        </a>
      }
    >
      {failed === address ? (
        <p className="loaded-empty quiet">{t('drawing-failed')}</p>
      ) : (
        <div className="structure-drawing" tabIndex={0} role="region" aria-label={t('drawing')}>
          <img key={address} src={address} alt={alt} onError={() => setFailed(address)} />
        </div>
      )}
    </Card>
  )
}
