import { IconLock } from '@tabler/icons-react'
import type { BulletinView } from 'contract/bulletin'
import { Alias } from '../../parts/Alias.tsx'
import { bulletinWords } from '../../words/bulletin.ts'
import { useSay, useWords } from '../../words/use-words.ts'

/** Names shown of one alias before the rest is folded. */
const NAMES_SHOWN = 5

/** What each alias stands for. Drawn only here: it is never sent to a member's browser. */
export function AliasLegend({ aliases }: Pick<BulletinView, 'aliases'>) {
  const t = useWords(bulletinWords)
  return (
    <section className="bench-aliases inside" aria-label={t('aliases')}>
      <header className="bench-head">
        <h2>{t('aliases')}</h2>
        <span className="push tiny quiet row">
          <IconLock size={14} stroke={1.5} aria-hidden="true" /> {t('inside')}
        </span>
      </header>
      {aliases.length === 0 && <p className="bench-body small quiet">{t('aliases-none')}</p>}
      <ul className="bench-body">
        {aliases.map((alias, at) => (
          <Row key={at} alias={alias} />
        ))}
      </ul>
      <HowToRead />
    </section>
  )
}

function Row({ alias }: { alias: BulletinView['aliases'][number] }) {
  const t = useWords(bulletinWords)
  const say = useSay()
  const [first, ...others] = alias.standsFor
  const shown = others.slice(0, NAMES_SHOWN)
  return (
    <li className="alias-row">
      <p className="row-wrap">
        <Alias letter={alias.letter}>{say(alias.alias)}</Alias>
        <span className="small strong">{first}</span>
      </p>
      <p className="tiny quiet">
        {t(`role-${alias.role}`)}
        {shown.length > 0 && `：${shown.join('・')}`}
      </p>
      {others.length > NAMES_SHOWN && (
        <details className="tiny quiet">
          <summary>{t('aliases-more', { count: others.length - NAMES_SHOWN })}</summary>
          {others.slice(NAMES_SHOWN).join('・')}
        </details>
      )}
    </li>
  )
}

/** The signs are told by shape as well as by colour. */
function HowToRead() {
  const t = useWords(bulletinWords)
  return (
    <dl className="bench-key">
      <dt className="label">{t('how-to-read')}</dt>
      <dd>
        <Alias letter="A">{t('read-alias-sample')}</Alias> {t('read-alias')}
      </dd>
      <dd>
        <strong className="redaction-attacker">{t('read-attacker-sample')}</strong>{' '}
        {t('read-attacker')}
      </dd>
      <dd>
        <span className="redaction-general">{t('read-general-sample')}</span> {t('read-general')}
      </dd>
      <dd>
        <del className="redaction-removed">{t('read-removed-sample')}</del> {t('read-removed')}
      </dd>
    </dl>
  )
}
