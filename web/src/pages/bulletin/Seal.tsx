import { IconAlertTriangle, IconCheck, IconDots, IconX } from '@tabler/icons-react'
import type { BulletinView, OutgoingFormat } from 'contract/bulletin'
import type { ReactNode } from 'react'
import type { z } from 'zod'

import { leakCheckWords } from '../../words/leak-check.ts'
import { useDates } from '../../words/dates.ts'
import { useNumbers } from '../../words/numbers.ts'
import { useWords } from '../../words/use-words.ts'
import { LeakList } from './LeakList.tsx'
import { type SealState, toSealState } from './to-seal-state.ts'
import { WeakTraces } from './WeakTraces.tsx'
import './Seal.css'

type Format = z.output<typeof OutgoingFormat>
type Check = NonNullable<BulletinView['check']>

interface SealProps {
  readonly view: Pick<BulletinView, 'bulletinId' | 'state' | 'check' | 'contentHash'>
  readonly isChecking?: boolean
  /** The text on the screen is not the one in the hub. */
  readonly isDirty?: boolean
  readonly title?: ReactNode
  /** Goes to the place of a leak in the text. */
  readonly onShow?: ((trace: string) => void) | undefined
}

/** What reading the outgoing bytes has shown: not yet, now, found where, clean in what, or out of date. */
export function Seal({ view, isChecking = false, isDirty = false, title, onShow }: SealProps) {
  const state = toSealState(view, { isChecking, isDirty })
  return (
    <section className={`seal seal-${state}`} aria-live="polite">
      <div className="seal-main">
        <span className="seal-ring" aria-hidden="true">
          <Sign state={state} />
        </span>
        <div className="grow">
          <h3 className="seal-title">
            {title}
            <Title state={state} check={view.check} />
          </h3>
          <p className="small">
            <Say state={state} check={view.check} />
          </p>
        </div>
      </div>
      {state === 'clean' && view.check !== undefined && <Formats check={view.check} />}
      {state === 'found' && view.check !== undefined && (
        <LeakList leaks={view.check.leaks} onShow={onShow} />
      )}
      <WeakTraces view={view} isOff={state === 'stale' || state === 'checking'} onShow={onShow} />
    </section>
  )
}

function Sign({ state }: { state: SealState }) {
  if (state === 'clean') return <IconCheck />
  if (state === 'found') return <IconX />
  if (state === 'checking') return <IconDots />
  return <IconAlertTriangle />
}

function Title({ state, check }: { state: SealState; check: Check | undefined }) {
  const t = useWords(leakCheckWords)
  if (state === 'stale') return <>{t('seal-stale')}</>
  if (state === 'found') return <>{t('seal-found', { count: check?.leaks.length ?? 0 })}</>
  if (state === 'open') return <>{t('seal-open', { count: countOpen(check) })}</>
  return <>{t(`seal-${state}`)}</>
}

const countOpen = (check: Check | undefined): number =>
  check?.weakTraces.filter(({ confirmed }) => confirmed === undefined).length ?? 0

const FORMATS: readonly Format[] = ['web', 'mail', 'text', 'stix', 'csv']

function Say({ state, check }: { state: SealState; check: Check | undefined }) {
  const t = useWords(leakCheckWords)
  const dates = useDates()
  switch (state) {
    case 'none':
      return <>{t('seal-none-say')}</>
    case 'checking':
      return (
        <>
          {t('seal-checking-say', {
            formats: FORMATS.map((format) => t(`format-${format}`)).join('・'),
          })}
        </>
      )
    case 'open':
    case 'clean':
      return check === undefined ? null : (
        <>
          {t('seal-clean-say', {
            traces: check.traceCount,
            forms: check.encodedForms,
            at: dates.time(check.checkedAt),
          })}
        </>
      )
    default:
      return null
  }
}

function Formats({ check }: { check: Check }) {
  const t = useWords(leakCheckWords)
  const numbers = useNumbers()
  return (
    <ul className="seal-formats">
      {check.formats.map(({ format, sizeBytes }) => (
        <li key={format}>
          <span className="strong">
            <IconCheck size={14} aria-hidden="true" /> {t(`format-${format}`)}
          </span>
          <span className="tiny">{numbers.bytes(sizeBytes)}</span>
        </li>
      ))}
    </ul>
  )
}
