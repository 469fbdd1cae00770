import type { BulletinView } from 'contract/bulletin'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { useKeys } from '../../frame/use-keys.ts'
import { Button } from '../../parts/Button.tsx'
import { Key } from '../../parts/Key.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { bulletinWords } from '../../words/bulletin.ts'
import { useSay, useWords } from '../../words/use-words.ts'

export type Question = BulletinView['questions'][number]
type Choice = Question['proposed']

export interface Answer {
  readonly choice: Choice
  /** Whether it holds for every open question of the same kind. */
  readonly alsoSameKind: boolean
  /** The provider whose vault the name is written into. */
  readonly addTo?: Provider['organisationId']
}

type Provider = BulletinView['providers'][number]

/** About six lines of the narrow column. */
const SCROLLS_FROM_CHARS = 150

/** One question with its value, why it is asked, and at most a few answers: a digit chooses, Enter decides. */
export function QuestionCard({
  question,
  countSameKind,
  providers,
  isBusy,
  isOff,
  onDecide,
  onNext,
}: {
  question: Question
  /** Other open questions that this answer may settle too. */
  countSameKind: (choice: Choice) => number
  /** Whose name it may be; none for what is no unknown name. */
  providers: readonly Provider[]
  isBusy: boolean
  isOff: boolean
  onDecide: (answer: Answer) => void
  onNext: (() => void) | undefined
}) {
  const t = useWords(bulletinWords)
  const say = useSay()
  const [choice, setChoice] = useState<Choice>(question.decided ?? question.proposed)
  const choose = (digit: string) => {
    const found = question.choices[Number(digit) - 1]
    if (found !== undefined && !isOff) setChoice(found.choice)
  }
  const [alsoSameKind, setAlsoSameKind] = useState(false)
  const sameKind = countSameKind(choice)
  const decide = () =>
    !isOff && !isBusy && onDecide({ choice, alsoSameKind: alsoSameKind && sameKind > 0 })
  useKeys({ ...toDigitKeys(question.choices.length, choose), Enter: decide })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    decide()
  }
  // Keys of the page rest while a field has the focus; a radio button is one.
  const press = (event: KeyboardEvent) => {
    if (/^[1-9]$/.test(event.key)) choose(event.key)
  }
  return (
    <li className="question question-on" aria-current="true">
      <form onSubmit={submit} onKeyDown={press}>
        <fieldset className="stack" disabled={isOff}>
          <legend className="question-legend">
            <span className="question-number question-number-on">{question.number}</span>
            <span className="question-title reason">{say(question.say)}</span>
          </legend>
          <p className="small reason">{say(question.why)}</p>
          {question.value !== '' && (
            <div
              className="mono question-value"
              // A long list scrolls, so the keyboard must reach it.
              {...(question.value.length > SCROLLS_FROM_CHARS && {
                tabIndex: 0,
                role: 'region',
                'aria-label': say(question.say),
              })}
            >
              <HostileText text={question.value} />
            </div>
          )}
          {question.choices.map((one, at) => (
            <label key={one.choice} className="question-choice">
              <input
                type="radio"
                name={question.questionId}
                checked={one.choice === choice}
                onChange={() => setChoice(one.choice)}
              />
              <span className="grow">{say(one.say)}</span>
              <Key name={String(at + 1)} />
            </label>
          ))}
          {sameKind > 0 && (
            <label className="check-choice">
              <input
                type="checkbox"
                checked={alsoSameKind}
                onChange={({ target }) => setAlsoSameKind(target.checked)}
              />
              <span className="reason">{t('same-kind', { count: sameKind })}</span>
            </label>
          )}
          <div className="row-wrap">
            <Button kind="solid" type="submit" size="s" busy={isBusy} keyHint="Enter">
              {t(question.decided === undefined ? 'decide-do' : 'again')}
            </Button>
            {choice === 'alias' &&
              !alsoSameKind &&
              providers.map(({ organisationId, name }) => (
                <Button
                  key={organisationId}
                  size="s"
                  disabled={isBusy}
                  onClick={() => onDecide({ choice, alsoSameKind, addTo: organisationId })}
                >
                  {t('add-to-provider', { name })}
                </Button>
              ))}
            {onNext !== undefined && (
              <Button kind="quiet" size="s" keyHint="n" onClick={onNext}>
                {t('next')}
              </Button>
            )}
          </div>
        </fieldset>
      </form>
    </li>
  )
}

function toDigitKeys(count: number, choose: (digit: string) => void) {
  const digits = Array.from({ length: Math.min(9, count) }, (_, at) => String(at + 1))
  return Object.fromEntries(digits.map((digit) => [digit, () => choose(digit)]))
}
