import type { MailView } from 'contract/analysis'
import type { Problem } from 'engine'

export type ProblemView = MailView['problems'][number]

/** A problem of the engine as it is stored. */
export function toProblemView({ code, path, say, count, places }: Problem): ProblemView {
  return {
    ...{ code, path, say },
    ...(count === undefined ? {} : { count }),
    ...(places === undefined ? {} : { places: [...places] }),
  }
}

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
  'reading-not-kept': {
    ja: '解析結果にデータベースへ保存できない値があるため、結果を残せませんでした。原本はそのまま保管しています。',
    en: 'What was read holds a value that the database cannot hold, so the result was not kept. The original is kept as it came.',
  },
  'reading-given-up': {
    ja: '解析に繰り返し失敗したため、中止しました。原本はそのまま保管しており、解析はやり直せます。',
    en: 'Analysing this failed several times and was given up. The original is kept as it came, and the analysis can be tried again.',
  },
  'reading-member-failed': {
    ja: 'アーカイブ内のファイルを開けませんでした。アーカイブはそのまま保管しています。',
    en: 'A file in the archive could not be opened. The archive is kept as it came.',
  },
  'member-is-no-mail': {
    ja: 'アーカイブ内のメール以外のファイルです。保管のみ行い、解析していません。',
    en: 'A file in the archive that is no mail. It is kept but was not analysed.',
  },
  'reading-log-damaged': {
    ja: '圧縮されたログが壊れているか、途中で切れています。読めたところまでを集計しました。',
    en: 'The packed log is damaged or cut off. What could be read was counted.',
  },
  'reading-log-too-large': {
    ja: '展開後のログが大きすぎるため、先頭だけを集計しました。全体は noroshi analyse で調べられます。',
    en: 'Unpacked, the log is too large; only its beginning was counted. noroshi analyse reads all of it.',
  },
  'file-is-no-mail': {
    ja: 'メールともアクセスログとも読み取れないファイルです。保管のみ行い、解析していません。',
    en: 'This file can be read neither as mail nor as an access log. It is kept but was not analysed.',
  },
} as const
export type HubProblem = keyof typeof HUB_PROBLEMS

/** A problem at a place. A file name, as hostile as it came, is put before the sentence as plain text. */
export function hubProblem(code: HubProblem, path: string, fileName?: string): ProblemView {
  const { ja, en } = HUB_PROBLEMS[code]
  const say =
    fileName === undefined || fileName === ''
      ? { ja, en }
      : { ja: `「${fileName}」: ${ja}`, en: `“${fileName}”: ${en}` }
  return { code, path, say }
}
