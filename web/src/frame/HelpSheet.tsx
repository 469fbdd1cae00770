import type { ReactNode } from 'react'
import type { Me } from '../client/me.ts'
import { Key } from '../parts/Key.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { frameWords } from '../words/frame.ts'
import { useWords } from '../words/use-words.ts'
import { type Destination, isStaff } from './destinations.ts'
import './HelpSheet.css'

type HelpKey = Extract<keyof typeof frameWords.keys, `help-${string}`>

const LISTS: readonly (readonly [string, HelpKey])[] = [
  ['j k', 'help-move'],
  ['Enter', 'help-open'],
  ['c', 'help-case'],
  ['m', 'help-add'],
  ['a', 'help-assign'],
  ['z', 'help-undo'],
]
const EVIDENCE: readonly (readonly [string, HelpKey])[] = [
  ['n p', 'help-finding'],
  ['b', 'help-bytes'],
  ['y', 'help-why'],
  ['d', 'help-defang'],
]

/** Every key, by place. */
export function HelpSheet({
  me,
  destinations,
  onClose,
}: {
  me: Me
  destinations: readonly Destination[]
  onClose: () => void
}) {
  const t = useWords(frameWords)
  return (
    <Sheet title={t('help')} onClose={onClose} width={720}>
      <div className="help">
        <Block title={t('help-everywhere')}>
          <Line keys="Ctrl K" say={t('help-palette')} />
          <Line keys="/" say={t('help-palette')} />
          <Line keys="?" say={t('help-help')} />
          {destinations.map(({ name, goKey }) => (
            <Line key={name} keys={`g ${goKey}`} say={t('help-go', { name: t(name) })} />
          ))}
        </Block>
        {isStaff(me) && (
          <div className="stack">
            <Block title={t('help-lists')}>
              {LISTS.map(([keys, say]) => (
                <Line key={keys} keys={keys} say={t(say)} />
              ))}
            </Block>
            <Block title={t('help-evidence')}>
              {EVIDENCE.map(([keys, say]) => (
                <Line key={keys} keys={keys} say={t(say)} />
              ))}
            </Block>
          </div>
        )}
      </div>
      <p className="tiny quiet help-note">{t('help-note')}</p>
    </Sheet>
  )
}

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl className="help-lines">{children}</dl>
    </section>
  )
}

function Line({ keys, say }: { keys: string; say: string }) {
  return (
    <div className="help-line">
      <dt>
        <span className="unseen">{keys}</span>
        {keys.split(' ').map((name) => (
          <Key key={name} name={name} />
        ))}
      </dt>
      <dd>{say}</dd>
    </div>
  )
}
