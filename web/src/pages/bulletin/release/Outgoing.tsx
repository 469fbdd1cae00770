import type { BulletinView as View } from 'contract/bulletin'
import type { Language } from 'contract/common'
import { type OutgoingFormat, useOutgoing } from '../../../client/bulletins.ts'
import { useAddress } from '../../../frame/use-address.ts'
import { BulletinView } from '../../../parts/BulletinView.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { OutgoingBytes } from '../../../parts/OutgoingBytes.tsx'
import { Tabs } from '../../../parts/Tabs.tsx'
import { bulletinReleaseWords } from '../../../words/bulletin-release.ts'
import { bulletinWords } from '../../../words/bulletin.ts'
import { leakCheckWords } from '../../../words/leak-check.ts'
import { useDates } from '../../../words/dates.ts'
import { useLanguage, useWords } from '../../../words/use-words.ts'

const FORMATS = ['web', 'mail', 'text', 'stix', 'csv'] as const
const LANGUAGES = ['ja', 'en'] as const

/** What leaves the hub, form by form. The web form is the rendering that every reader gets. */
export function Outgoing({ view }: { view: View }) {
  const t = useWords(bulletinReleaseWords)
  const forms = useWords(leakCheckWords)
  const [address, setAddress] = useAddress()
  const format = FORMATS.find((name) => name === address['format']) ?? 'web'
  return (
    <section className="review-outgoing" aria-label={t('outgoing')}>
      <header className="review-outgoing-head">
        <h2>{t('outgoing')}</h2>
        <div className="push">
          <Tabs
            label={t('format-label')}
            tabs={FORMATS.map((name) => ({ name, label: forms(`format-${name}`) }))}
            selected={format}
            onSelect={(name) => setAddress({ format: name === 'web' ? undefined : name })}
          />
        </div>
      </header>
      <div className="review-paper">
        {format === 'web' ? <WebForm view={view} /> : <OtherForm view={view} format={format} />}
      </div>
    </section>
  )
}

/** Both languages go out, so both can be read here. */
function WebForm({ view }: { view: View }) {
  const t = useWords(bulletinReleaseWords)
  const workbench = useWords(bulletinWords)
  const dates = useDates()
  const reader = useLanguage()
  const [address, setAddress] = useAddress()
  const language: Language = LANGUAGES.find((name) => name === address['text']) ?? reader
  return (
    <>
      <div className="review-language">
        <Tabs
          label={workbench('language')}
          tabs={LANGUAGES.map((name) => ({ name, label: workbench(`text-${name}`) }))}
          selected={language}
          onSelect={(name) => setAddress({ text: name === reader ? undefined : name })}
        />
      </div>
      <BulletinView
        content={view.content}
        reference={`${view.number}・${workbench('version', { version: view.version })}`}
        dateline={
          view.releasedAt === undefined
            ? undefined
            : t('dateline', { on: dates.day(view.releasedAt) })
        }
        language={language}
      />
    </>
  )
}

function OtherForm({ view, format }: { view: View; format: OutgoingFormat }) {
  const outgoing = useOutgoing(view, format)
  return (
    <Loaded query={outgoing} shape={6}>
      {(form) => <OutgoingBytes form={form} />}
    </Loaded>
  )
}
