import { IconAlertTriangle, IconShield } from '@tabler/icons-react'
import type { MailView } from 'contract/analysis'
import { useDates } from '../words/dates.ts'
import { useNumbers } from '../words/numbers.ts'
import { partsWords } from '../words/parts.ts'
import { useWords } from '../words/use-words.ts'
import { HostileText } from './hostile/HostileText.tsx'
import { type Stop, toMailPath } from './to-mail-path.ts'
import './MailPath.css'

/** A minute between servers is nothing to speak of. */
const SHOWN_DELAY_SECONDS = 60

/** Hop by hop: what is only claimed is dashed, and a line shows where the record can be trusted. */
export function MailPath({ received }: { received: MailView['received'] }) {
  const t = useWords(partsWords)
  const stops = toMailPath(received)
  if (stops.length === 0) return <p className="quiet">{t('path-none')}</p>
  const trustedFrom = stops.findIndex(({ kind }) => kind === 'recorded')
  return (
    <ol className="mail-path" aria-label={t('path')}>
      {stops.map((stop, at) => (
        <li key={at} className={at === trustedFrom ? 'path-step path-gate' : 'path-step'}>
          {at === trustedFrom && (
            <p className="path-trust">
              <IconShield size={14} aria-hidden="true" />
              {t('path-trusted')}
            </p>
          )}
          <PathStop stop={stop} />
        </li>
      ))}
    </ol>
  )
}

function PathStop({ stop }: { stop: Stop }) {
  const t = useWords(partsWords)
  const dates = useDates()
  const numbers = useNumbers()
  const { ip, name, at, recordedName, withProtocol, encryption, delaySeconds, oddities } = stop
  const way = [withProtocol, encryption].filter((each) => each !== undefined).join(' · ')
  return (
    <div className={`path-stop path-${stop.kind}`}>
      <span className="label">{t(`stop-${stop.kind}`)}</span>
      <span className="mono">
        <HostileText text={ip ?? name} />
      </span>
      {ip !== undefined && name !== '' && (
        <span className="tiny quiet">
          {t('stop-says')} <HostileText text={name} />
        </span>
      )}
      {recordedName !== undefined && recordedName !== name && (
        <span className="tiny quiet">
          {t('stop-looked-up')} <HostileText text={recordedName} />
        </span>
      )}
      {way !== '' && (
        <span className="tiny quiet">
          <HostileText text={way} />
        </span>
      )}
      {at !== undefined && <time className="tiny quiet">{dates.short(at)}</time>}
      {delaySeconds !== undefined && delaySeconds >= SHOWN_DELAY_SECONDS && (
        <span className="tiny quiet">
          {t('path-delay', { minutes: numbers.count(Math.round(delaySeconds / 60)) })}
        </span>
      )}
      {oddities.map((oddity) => (
        <span key={oddity} className="tiny path-odd">
          <IconAlertTriangle size={12} aria-hidden="true" />
          <span>{t(`odd-${oddity}`)}</span>
        </span>
      ))}
    </div>
  )
}
