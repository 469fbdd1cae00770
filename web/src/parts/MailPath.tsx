import { IconShield } from '@tabler/icons-react'
import type { MailView } from 'contract/analysis'
import { Fragment } from 'react'
import { useDates } from '../words/dates.ts'
import { partsWords } from '../words/parts.ts'
import { useWords } from '../words/use-words.ts'
import { HostileText } from './hostile/HostileText.tsx'
import { type Stop, toMailPath } from './to-mail-path.ts'
import './MailPath.css'

/** Hop by hop: what is only claimed is dashed, and a line shows where the record can be trusted. */
export function MailPath({ received }: { received: MailView['received'] }) {
  const t = useWords(partsWords)
  const stops = toMailPath(received)
  if (stops.length === 0) return <p className="quiet">{t('path-none')}</p>
  const trustedFrom = stops.findIndex(({ kind }) => kind === 'recorded')
  return (
    <ol className="mail-path" aria-label={t('path')}>
      {stops.map((stop, at) => (
        <Fragment key={at}>
          {at === trustedFrom && (
            <li className="path-trust">
              <IconShield size={14} aria-hidden="true" />
              {t('path-trusted')}
            </li>
          )}
          <PathStop stop={stop} />
        </Fragment>
      ))}
    </ol>
  )
}

function PathStop({ stop }: { stop: Stop }) {
  const t = useWords(partsWords)
  const dates = useDates()
  return (
    <li className={`path-stop path-${stop.kind}`}>
      <span className="label">{t(`stop-${stop.kind}`)}</span>
      <span className="mono">
        <HostileText text={stop.ip ?? stop.name} />
      </span>
      {stop.ip !== undefined && stop.name !== '' && (
        <span className="tiny quiet">
          {t('stop-says')} <HostileText text={stop.name} />
        </span>
      )}
      {stop.at !== undefined && <span className="tiny quiet">{dates.short(stop.at)}</span>}
      {stop.isBackwards && <span className="tiny path-backwards">{t('path-backwards')}</span>}
    </li>
  )
}
