import type { ForwardRole } from '../../evidence/submission/forward-role.ts'
import type { QuestionDraft } from '../question.ts'

/** Whether a mail passes an attack on, or is the attack itself: only a person can say. */
export function forwardQuestion({ by, likely }: Pick<ForwardRole, 'by' | 'likely'>): QuestionDraft {
  return {
    kind: 'forward',
    value: by === '' ? '—' : by,
    say: {
      ja: 'この差出人のメールは、提供元の人による転送でしょうか',
      en: 'Does this sender’s mail come from somebody of the provider who passes the attack on?',
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
    ja: '差出人が中のメールの宛先であるか、登録されたドメインを使っているか、転送だけの形をしています。攻撃者も同じ形をまねられます。',
    en: 'The sender is a recipient of the mail inside, has a registered domain, or sends nothing but that mail. An attacker can make it look so.',
  },
  attack: {
    ja: '差出人が提供元の人であると示すものは見つかりません。未登録のドメインを使う従業員かもしれません。',
    en: 'Nothing shows the sender to be of the provider. It may be an employee whose domain nobody has registered.',
  },
} as const
