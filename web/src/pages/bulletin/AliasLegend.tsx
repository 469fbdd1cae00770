import { IconLock } from '@tabler/icons-react'
import type { BulletinView } from 'contract/bulletin'
import { Alias } from '../../parts/Alias.tsx'
import { bulletinWords } from '../../words/bulletin.ts'
import { useSay, useWords } from '../../words/use-words.ts'

type AliasRow = BulletinView['aliases'][number]

/** Names shown of one alias before the rest is folded. */
const NAMES_SHOWN = 5

/** What each alias stands for. Drawn only here: it is never sent to a member's browser. */
export function AliasLegend({ aliases }: Pick<BulletinView, 'aliases'>) {
  const t = useWords(bulletinWords)
  return (
    <section className="bench-aliases inside" tabIndex={0} aria-label={t('aliases')}>
      <header className="bench-head">
        <h2>{t('aliases')}</h2>
        <span className="push tiny quiet row">
          <IconLock size={14} stroke={1.5} aria-hidden="true" /> {t('inside')}
        </span>
      </header>
      {aliases.length === 0 && <p className="bench-body small quiet">{t('aliases-none')}</p>}
      <ul className="bench-body">
        {mergeAliases(aliases).map((alias, at) => (
          <Row key={at} alias={alias} />
        ))}
      </ul>
      <HowToRead />
    </section>
  )
}

function Row({ alias }: { alias: AliasRow }) {
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
        {shown.length === 0
          ? t(`role-${alias.role}`)
          : t('alias-names', { role: t(`role-${alias.role}`), names: shown.join('・') })}
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

/** A person known from two lists is one person: the names of both stand together. */
function mergeAliases(aliases: readonly AliasRow[]): readonly AliasRow[] {
  const merged = new Map<string, AliasRow>()
  for (const row of aliases) {
    const key = JSON.stringify([row.alias, row.standsFor[0]])
    const before = merged.get(key)?.standsFor ?? []
    merged.set(key, { ...row, standsFor: [...new Set([...before, ...row.standsFor])] })
  }
  return [...merged.values()]
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
        <mark className="unknown-name">{t('read-unknown-sample')}</mark> {t('read-unknown')}
      </dd>
      <dd>
        <del className="redaction-removed">{t('read-removed-sample')}</del> {t('read-removed')}
      </dd>
    </dl>
  )
}
