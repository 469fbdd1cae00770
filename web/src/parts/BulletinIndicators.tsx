import { IconCheck, IconCopy } from '@tabler/icons-react'
import type { BulletinContent } from 'contract/bulletin'
import { useState } from 'react'
import { bulletinViewWords } from '../words/bulletin-view.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/use-words.ts'
import { Chip } from './Chip.tsx'
import { defang } from './hostile/find-defangs.ts'
import { useDefanging } from './hostile/defanging.ts'
import { HostileText } from './hostile/HostileText.tsx'

const CONTEXTS = [
  'from',
  'spoofed-from',
  'reply-to',
  'return-path',
  'sender',
  'cc',
  'received',
  'link',
  'link-target',
  'image',
  'file-link',
  'qr',
  'attachment',
  'archive-member',
  'embedded',
  'message',
  'web-log',
] as const
const isContext = (context: string): context is (typeof CONTEXTS)[number] =>
  CONTEXTS.some((known) => known === context)

/** What to block or search for. Shown broken, copied as it is shown. */
export function BulletinIndicators({ indicators }: { indicators: BulletinContent['indicators'] }) {
  const t = useWords(bulletinViewWords)
  return (
    <>
      <dl className="bulletin-indicators">
        {indicators.map((indicator) => (
          <div key={toKey(indicator)} className="bulletin-indicator">
            <dt className="mono">
              <HostileText text={indicator.value} />{' '}
              {indicator.isPattern === true && <Chip>{t('pattern')}</Chip>}
            </dt>
            <dd className="small quiet reason">
              <About indicator={indicator} />
            </dd>
          </div>
        ))}
      </dl>
      <CopyAll indicators={indicators} />
    </>
  )
}

type Indicator = BulletinContent['indicators'][number]

const toKey = ({ type, value, context }: Indicator) => `${type} ${value} ${context}`

/** What it is, where it stood, and from and until which day it was seen. */
function About({ indicator: { type, context, firstOn, lastOn } }: { indicator: Indicator }) {
  const t = useWords(bulletinViewWords)
  const dates = useDates()
  const first = firstOn ?? lastOn
  return (
    <>
      {t(`type-${type}`)}
      {isContext(context) && `・${t(`context-${context}`)}`}
      {first !== undefined && (
        <span className="bulletin-days">
          {lastOn === undefined || lastOn === first
            ? dates.day(first)
            : t('seen-days', { first: dates.day(first), last: dates.day(lastOn) })}
        </span>
      )}
    </>
  )
}

function CopyAll({ indicators }: { indicators: BulletinContent['indicators'] }) {
  const t = useWords(bulletinViewWords)
  const { isDefanged } = useDefanging()
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    const lines = indicators.map(({ value }) => (isDefanged ? defang(value) : value))
    await navigator.clipboard.writeText(lines.join('\n'))
    setCopied(true)
  }
  return (
    <button type="button" className="link-button bulletin-copy" onClick={() => void copy()}>
      {isCopied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
      {isCopied ? t('copied') : t('copy', { count: indicators.length })}
    </button>
  )
}
