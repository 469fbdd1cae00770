import type { BulletinView } from 'contract/bulletin'
import type { Step } from '../../parts/Stepper.tsx'
import type { bulletinWords } from '../../words/bulletin.ts'
import type { Translate } from '../../words/use-words.ts'

type Seen = Pick<BulletinView, 'state' | 'questions' | 'approvals' | 'contentHash' | 'approvalLane'>
type StepState = Step['state']

/** Answers of a provider that bring the text back to the analyst. */
const SENT_BACK: readonly string[] = ['changes-asked', 'refused', 'withdrawn']

/** Anonymise → check → provider's approval → share, with where this bulletin stands. */
export function toSteps(
  view: Seen,
  t: Translate<keyof (typeof bulletinWords)['keys']>,
): readonly Step[] {
  const [anonymise, check, approve, share] = toStepStates(view)
  const note = toApprovalNote(view, t)
  return [
    { label: t('step-anonymise'), state: anonymise },
    { label: t('step-check'), state: check },
    { label: t('step-approve'), state: approve, ...(note === undefined ? {} : { note }) },
    { label: t('step-share'), state: share },
  ]
}

export function toStepStates({
  state,
  questions,
  approvals,
}: Pick<Seen, 'state' | 'questions' | 'approvals'>): readonly [
  StepState,
  StepState,
  StepState,
  StepState,
] {
  switch (state) {
    case 'draft': {
      const approve = isSentBack(approvals) ? 'sent-back' : 'ahead'
      return questions.some(({ decided }) => decided === undefined)
        ? ['current', 'ahead', approve, 'ahead']
        : ['done', 'current', approve, 'ahead']
    }
    case 'checked':
      return ['done', 'done', 'current', 'ahead']
    case 'waiting':
      return ['done', 'done', 'waiting', 'ahead']
    case 'approved':
    case 'releasing':
      return ['done', 'done', 'done', 'current']
    default:
      return ['done', 'done', 'done', 'done']
  }
}

function toApprovalNote(
  { state, approvals, contentHash, approvalLane }: Seen,
  t: Translate<keyof (typeof bulletinWords)['keys']>,
): string | undefined {
  if (state === 'draft') return isSentBack(approvals) ? t('step-sent-back') : undefined
  if (approvalLane === 'technical-only') return t('step-unasked')
  const asked = approvals.filter(
    (one) => one.contentHash === contentHash && one.state !== 'outdated',
  )
  if (asked.length === 0) return undefined
  const given = asked.filter((one) => one.state === 'approved').length
  return t('step-answered', { given, asked: asked.length })
}

/** Only the newest round of asking counts; earlier ones were about another text. */
function isSentBack(approvals: Seen['approvals']): boolean {
  const newest = approvals[0]?.askedAt
  return approvals.some((one) => one.askedAt === newest && SENT_BACK.includes(one.state))
}
