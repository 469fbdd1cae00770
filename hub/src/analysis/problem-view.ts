import type { MailView } from 'contract/analysis'

export type ProblemView = MailView['problems'][number]

/** What the hub itself has to say about evidence it could not read; the engine has its own problems. */
const HUB_PROBLEMS = {
  'reading-took-too-long': {
    ja: '解析が制限時間を超えたため、途中で打ち切りました。原本はそのまま保管しています。',
    en: 'Reading this took longer than allowed and was stopped. The original is kept as it came.',
  },
  'reading-took-too-much-memory': {
    ja: '解析に必要なメモリーが上限を超えたため、打ち切りました。原本はそのまま保管しています。',
    en: 'Reading this needed more memory than allowed and was stopped. The original is kept as it came.',
  },
  'reading-broke-off': {
    ja: '解析が異常終了しました。原本はそのまま保管しています。',
    en: 'Reading this broke off. The original is kept as it came.',
  },
  'reading-left-off': {
    ja: '解析が何度も中断されたため、残りのメールは読み取っていません。原本はそのまま保管しています。',
    en: 'Reading broke off several times, so the remaining mails were not read. The original is kept as it came.',
  },
} as const
export type HubProblem = keyof typeof HUB_PROBLEMS

export function hubProblem(code: HubProblem, path: string): ProblemView {
  return { code, path, say: HUB_PROBLEMS[code] }
}
