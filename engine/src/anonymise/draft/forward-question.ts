import type { ForwardRole } from '../../evidence/submission/forward-role.ts'
import type { QuestionDraft } from '../question.ts'

/** Whether a mail passes an attack on, or is the attack itself: only a person can say. */
export function forwardQuestion({
  by,
  likely,
  hasMore,
}: Omit<ForwardRole, 'place'>): QuestionDraft {
  const more = hasMore === undefined ? { ja: '', en: '' } : MORE
  const { ja, en } = SHOWN[likely]
  return {
    kind: 'forward',
    value: by,
    say: {
      ja: 'このメールは、提供元の人による転送と攻撃のどちらでしょうか',
      en: 'Is this mail somebody of the provider passing the attack on, or the attack itself?',
    },
    why: { ja: `${ja}${more.ja}`, en: `${en}${more.en}` },
    choices: ['omit', 'keep'],
    proposed: likely === 'passes-on' ? 'omit' : 'keep',
    choiceWords: MEANS,
  }
}

const MEANS = {
  omit: {
    ja: '転送：中のメールだけを使う',
    en: 'A forward: use only the mail inside',
  },
  keep: {
    ja: '攻撃：このメールだけを使う',
    en: 'The attack: use only this mail',
  },
} as const

/** What may be a signature, or the attack. */
const MORE = {
  ja: '中のメールにないリンク、ファイル、画像もあります。署名のものでなければ、攻撃かもしれません。',
  en: ' It also has links, files or pictures that the mail inside has not. Unless they belong to a signature, they may be the attack.',
} as const

const SHOWN = {
  'passes-on': {
    ja: '転送とみられます。中のメールの宛先か登録されたドメインから届いたか、転送のほかに何も書いていません。認証の失敗は記録されていません。ただし、攻撃者もこの形をまねられます。',
    en: 'It looks like a forward. It comes from a recipient of the mail inside or from a registered domain, or holds nothing but that mail, and no failed authentication is recorded. An attacker can make it look so.',
  },
  attack: {
    ja: '攻撃とみられます。差出人が提供元の人だと示すものが足りないか、認証に失敗しています。それでも、従業員の転送かもしれません。',
    en: 'It looks like the attack. Too little shows the sender to be of the provider, or its authentication failed. It may still be an employee’s forward.',
  },
} as const
