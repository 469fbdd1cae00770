import type { ForwardRole } from '../../evidence/submission/forward-role.ts'
import type { QuestionDraft } from '../question.ts'

/** Whether a mail passes an attack on, or is the attack itself: only a person can say. */
export function forwardQuestion({ by, likely }: Pick<ForwardRole, 'by' | 'likely'>): QuestionDraft {
  return {
    kind: 'forward',
    value: by,
    say: {
      ja: 'このメールは、提供元の人による転送でしょうか',
      en: 'Does this mail come from somebody of the provider who passes the attack on?',
    },
    why: {
      ja: `${SHOWN[likely].ja}「出さない」を選ぶと、提供元側の転送とみなし、中のメールの情報だけを出します。「そのまま出す」を選ぶと、攻撃そのものとみなし、中のメールの情報は出しません。`,
      en: `${SHOWN[likely].en} Left out, it counts as the provider’s forward, and only what the mail inside tells goes out. Published, it counts as the attack itself, and nothing of the mail inside goes out.`,
    },
    choices: ['omit', 'keep'],
    proposed: likely === 'passes-on' ? 'omit' : 'keep',
  }
}

const SHOWN = {
  'passes-on': {
    ja: '差出人が中のメールの宛先であるか、登録されたドメインを使っているか、転送だけの形をしています。認証の失敗は記録されていません。ただし、攻撃者も同じ形をまねられます。',
    en: 'The sender is a recipient of the mail inside, has a registered domain, or sends nothing but that mail, and no failed authentication is recorded. An attacker can make it look so.',
  },
  attack: {
    ja: '差出人が提供元の人であると示すものがないか、差出人の認証に失敗しているか、中のメールにないリンクやファイルがあります。それでも、従業員の転送かもしれません。',
    en: 'Nothing shows the sender to be of the provider, or its authentication failed, or it has links or files that the mail inside has not. It may still be an employee’s forward.',
  },
} as const
