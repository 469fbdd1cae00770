import { type ReactNode, useContext } from 'react'
import { cutAtNames, UnknownNames } from './unknown-names.ts'
import './Alias.css'

/** Aliases as the anonymiser writes them: A社, B社担当者, Company A staff, 攻撃者, the attacker. */
const ALIAS = /([A-Z]{1,2})社(?:の?担当者|の?経営者)?|Company ([A-Z]{1,2})(?![a-zA-Z])(?:’s)?/g

/** A company's stand-in. Each letter has its own colour and its own underline, so colour is never alone. */
export function Alias({ letter, children }: { letter: string; children: ReactNode }) {
  return <span className={`alias alias-${toLook(letter)}`}>{children}</span>
}

/** Text in which every alias is drawn as one, and every name that nobody has registered is marked. */
export function AliasText({ text }: { text: string }) {
  const names = useContext(UnknownNames)
  return (
    <>
      {cutAtNames(text, names).map(({ text: piece, name }, at) =>
        name === undefined ? (
          <Aliases key={at} text={piece} />
        ) : (
          <mark
            key={at}
            className={name.isSettled ? 'unknown-name unknown-name-settled' : 'unknown-name'}
          >
            {piece}
          </mark>
        ),
      )}
    </>
  )
}

function Aliases({ text }: { text: string }) {
  const drawn: ReactNode[] = []
  let end = 0
  for (const match of text.matchAll(ALIAS)) {
    drawn.push(text.slice(end, match.index))
    drawn.push(
      <Alias key={match.index} letter={match[1] ?? match[2] ?? 'X'}>
        {match[0]}
      </Alias>,
    )
    end = match.index + match[0].length
  }
  drawn.push(text.slice(end))
  return <>{drawn}</>
}

/** After D the set repeats, outlined; X stands for third parties. */
function toLook(letter: string): string {
  if (letter === '攻撃者') return 'attacker'
  const first = letter.at(-1) ?? 'X'
  if (first === 'X') return 'x'
  const set = 'abcd'
  const index = first.charCodeAt(0) - 'A'.charCodeAt(0)
  const repeated = letter.length > 1 || index >= set.length ? ' alias-repeated' : ''
  return `${set[((index % 4) + 4) % 4]}${repeated}`
}
