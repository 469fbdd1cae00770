import type { FindingDetail } from 'contract/analysis'
import type { ReactNode } from 'react'
import { useDates } from '../../words/dates.ts'
import { evidenceWords } from '../../words/evidence.ts'
import { useWords } from '../../words/use-words.ts'
import { HostileText } from '../hostile/HostileText.tsx'

type Registration = Extract<FindingDetail, { kind: 'registration' }>

/** How long before the mail its domain was registered, and by whom. */
export function RegistrationDays({ detail }: { detail: Registration }) {
  const t = useWords(evidenceWords)
  const dates = useDates()
  const { domain, registeredOn, arrivedOn, registrar, registrant, sibling } = detail
  const days = countDays(registeredOn, arrivedOn)
  return (
    <div className="stack">
      {days !== undefined && <Span days={days} />}
      <dl className="facts">
        <Fact label={t('registered-domain')}>
          <HostileText text={domain} />
        </Fact>
        {registeredOn !== undefined && (
          <Fact label={t('registered-on')}>{dates.day(registeredOn)}</Fact>
        )}
        {arrivedOn !== undefined && (
          <Fact label={t('mail-arrived-on')}>{dates.day(arrivedOn)}</Fact>
        )}
        {registrar !== undefined && (
          <Fact label={t('registrar')}>
            <HostileText text={registrar} />
          </Fact>
        )}
        {registrant !== undefined && (
          <Fact label={t('registrant')}>
            <HostileText text={registrant} />
          </Fact>
        )}
        {sibling !== undefined && (
          <Fact label={t('registrant-also')}>
            <HostileText text={sibling.domain} />
            <br />
            <span className="quiet">{t('resembles')} </span>
            <HostileText text={sibling.genuine} />
          </Fact>
        )}
      </dl>
    </div>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd className="mono">{children}</dd>
    </div>
  )
}

/** Days drawn: as far back as a domain counts as fresh. */
const DAYS_DRAWN = 30

/** A month before the mail as a row of days; those since the registration are filled. */
function Span({ days }: { days: number }) {
  const t = useWords(evidenceWords)
  const filled = Math.min(Math.max(days, 0), DAYS_DRAWN)
  return (
    <div className="registration-span">
      <div className="registration-days" aria-hidden="true">
        {Array.from({ length: DAYS_DRAWN + 1 }, (_, at) => (
          <i key={at} data-filled={at >= DAYS_DRAWN - filled ? '' : undefined} />
        ))}
      </div>
      <p className="small">{t('registered-days-before', { days: Math.max(days, 0) })}</p>
    </div>
  )
}

const DAY_MS = 24 * 60 * 60 * 1000

function countDays(from: string | undefined, to: string | undefined): number | undefined {
  const days = (Date.parse(to ?? '') - Date.parse(from ?? '')) / DAY_MS
  return Number.isNaN(days) ? undefined : Math.round(days)
}
