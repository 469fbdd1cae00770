import type { AgreementCopy } from 'contract/agreement'
import type { ReactNode } from 'react'
import { agreementCopyWords } from '../../words/agreement-copy.ts'
import { useDates } from '../../words/dates.ts'
import { useSay, useWords } from '../../words/use-words.ts'

type Rows = readonly (readonly [string, ReactNode])[]

/** The copy itself: who agreed what with whom, from when until when, then the text in both languages it was signed in. */
export function AgreementSheet({ agreement }: { agreement: AgreementCopy }) {
  const t = useWords(agreementCopyWords)
  const say = useSay()
  const { kind, version, organisation, hub, group, signed } = agreement
  return (
    <article className="print-sheet agreement-sheet">
      <p className="print-mark">
        <span className="strong">{t('mark')}</span>
      </p>
      <h1>
        {t(`title-${kind}`)}　{t('version', { version })}
      </h1>
      <Part
        title={t('parties')}
        rows={[
          [t('organisation'), organisation],
          [t('hub'), say(hub)],
          [t('group'), say(group)],
        ]}
      />
      <Signature agreement={agreement} />
      {signed === undefined ? (
        <p>{t('paper')}</p>
      ) : (
        <>
          <AgreedWords title={t('words-ja')} lang="ja" words={signed.text.ja} />
          <AgreedWords title={t('words-en')} lang="en" words={signed.text.en} />
          <p className="print-foot">{t('foot', { kind })}</p>
        </>
      )}
    </article>
  )
}

function Signature({
  agreement: { signer, signedOn, endsOn, signed },
}: {
  agreement: AgreementCopy
}) {
  const t = useWords(agreementCopyWords)
  const dates = useDates()
  const ends = endsOn === undefined ? t('no-end') : t('ends-say', { on: dates.day(endsOn) })
  const made: Rows =
    signed === undefined
      ? [[t('signed-on'), dates.day(signedOn)]]
      : [
          [t('signed-at'), dates.moment(signed.signedAt)],
          [t('account'), signed.signedBy],
          [t('accepted'), dates.day(signed.acceptedOn)],
        ]
  const proof: Rows =
    signed === undefined
      ? []
      : [
          [t('number'), <span className="mono">{signed.signatureId}</span>],
          [t('hash'), <span className="mono">{signed.text.hash}</span>],
        ]
  const from = dates.day(signed?.acceptedOn ?? signedOn)
  const valid: Rows = [
    [t('valid-from'), from],
    [t('ends-on'), ends],
  ]
  return <Part title={t('signing')} rows={[[t('signer'), signer], ...made, ...valid, ...proof]} />
}

function Part({ title, rows }: { title: string; rows: Rows }) {
  return (
    <section>
      <h2>{title}</h2>
      <dl className="agreement-facts">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function AgreedWords({ title, lang, words }: { title: string; lang: string; words: string }) {
  return (
    <section className="agreed-words">
      <h2>{title}</h2>
      <div lang={lang}>{words}</div>
    </section>
  )
}
