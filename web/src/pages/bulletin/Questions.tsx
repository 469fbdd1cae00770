import { IconCheck } from '@tabler/icons-react'
import type { BulletinView } from 'contract/bulletin'
import { type ReactNode, useState } from 'react'
import { toSay } from '../../client/api-failure.ts'
import { useMoveBulletin } from '../../client/bulletins.ts'
import { useKeys } from '../../frame/use-keys.ts'
import { Chip } from '../../parts/Chip.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { useToast } from '../../parts/toasts.ts'
import { bulletinWords } from '../../words/bulletin.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { isAboutUnknownName, listSameKind } from './list-unknown-names.ts'
import { QuestionCard, type Answer, type Question } from './QuestionCard.tsx'

/** What a person must decide before the text can be checked, one question open at a time. */
export function Questions({
  view,
  mayEdit,
  isUnsaved,
}: {
  view: BulletinView
  mayEdit: boolean
  /** An answer makes the text anew; words that are being typed would be in its way. */
  isUnsaved: boolean
}) {
  const t = useWords(bulletinWords)
  const say = useSay()
  const toast = useToast()
  const move = useMoveBulletin(view.bulletinId)
  const [chosenId, setChosenId] = useState<string>()
  const { questions } = view
  const undecided = questions.filter((question) => question.decided === undefined)
  const decided = questions.filter((question) => question.decided !== undefined)
  const current =
    questions.find(({ questionId }) => questionId === chosenId) ??
    (mayEdit ? undecided[0] : undefined)

  const decide = ({ questionId }: Question, { choice, alsoSameKind, addTo }: Answer) =>
    move.mutate(
      {
        move: 'questions',
        body: {
          questionId,
          choice,
          ...(alsoSameKind && { alsoSameKind }),
          ...(addTo !== undefined && { addTo }),
        },
      },
      {
        onSuccess: () => setChosenId(undefined),
        onError: (error) => toast({ say: say(toSay(error)), isError: true }),
      },
    )
  const goOn = () => {
    const shown = [...undecided, ...decided]
    const at = shown.findIndex((one) => one.questionId === current?.questionId)
    setChosenId(shown[(at + 1) % Math.max(1, shown.length)]?.questionId)
  }
  useKeys({ n: questions.length === 0 ? undefined : goOn })
  const toItem = (question: Question) =>
    question.questionId === current?.questionId ? (
      <QuestionCard
        key={question.questionId}
        question={question}
        providers={isAboutUnknownName(question) ? view.providers : []}
        countSameKind={(choice) => listSameKind(questions, question, choice).length}
        isBusy={move.isPending}
        isOff={!mayEdit || isUnsaved}
        onDecide={(answer) => decide(question, answer)}
        onNext={questions.length > 1 ? goOn : undefined}
      />
    ) : (
      <Line
        key={question.questionId}
        question={question}
        onOpen={() => setChosenId(question.questionId)}
      />
    )
  return (
    <section className="bench-questions" aria-label={t('decide')}>
      <header className="bench-head">
        <h2>{t('decide')}</h2>
        <span className="push">
          {undecided.length > 0 ? (
            <Chip tone="ember">{t('left', { count: undecided.length })}</Chip>
          ) : (
            questions.length > 0 && <Chip tone="ok">{t('all-decided')}</Chip>
          )}
        </span>
      </header>
      {isUnsaved && undecided.length > 0 && (
        <p className="bench-notice small">{t('off-unsaved')}</p>
      )}
      {questions.length === 0 && <p className="bench-body small quiet">{t('no-questions')}</p>}
      <ol>{undecided.map(toItem)}</ol>
      <Decided isHolding={current?.decided !== undefined} count={decided.length}>
        <ol>{decided.map(toItem)}</ol>
      </Decided>
    </section>
  )
}

/**
 * What has been decided, out of the way of what has not, and of the permissions and approvals below; open while a
 * question in it is.
 */
function Decided({
  isHolding,
  count,
  children,
}: {
  isHolding: boolean
  count: number
  children: ReactNode
}) {
  const t = useWords(bulletinWords)
  const [isOpen, setOpen] = useState(false)
  if (count === 0) return null
  return (
    <details className="question-decided" open={isOpen || isHolding}>
      <summary
        onClick={(event) => {
          event.preventDefault()
          setOpen(!isOpen)
        }}
      >
        {t('decided-count', { count })}
      </summary>
      {children}
    </details>
  )
}

function Line({ question, onOpen }: { question: Question; onOpen: () => void }) {
  const t = useWords(bulletinWords)
  const say = useSay()
  const { decided, proposed, choices, number } = question
  const meant = choices.find(({ choice }) => choice === (decided ?? proposed))
  const words = meant === undefined ? '' : say(meant.say)
  return (
    <li className="question">
      <button type="button" className="question-line" onClick={onOpen}>
        <span
          className={decided === undefined ? 'question-number' : 'question-number question-done'}
        >
          {decided === undefined ? number : <IconCheck size={14} aria-hidden="true" />}
        </span>
        <span>
          <span className="question-title reason">{say(question.say)}</span>
          {question.value !== '' && (
            <span className="mono cut">
              <HostileText text={question.value} />
            </span>
          )}
          <span className="tiny quiet">
            {t(decided === undefined ? 'proposes' : 'decided-as', { say: words })}
          </span>
        </span>
      </button>
    </li>
  )
}
