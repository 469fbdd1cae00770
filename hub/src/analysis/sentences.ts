import type { Bilingual } from 'contract/common'

/** What the history of a submission says about each act of this step, by action of the audit log. */
export const analysisSentences: Readonly<Record<string, Bilingual>> = {
  'evidence-read': { ja: '証拠を読み取りました。', en: 'The evidence was read.' },
  'submission-analysed': { ja: '解析が終わりました。', en: 'The analysis was finished.' },
  'analysis-given-up': {
    ja: '解析に繰り返し失敗したため、中止しました。',
    en: 'The analysis failed several times and was given up.',
  },
  'analysis-tried-again': {
    ja: '解析をやり直すよう指示しました。',
    en: 'Asked for the analysis to be tried again.',
  },
  'mail-opened': { ja: 'メールを閲覧しました。', en: 'Opened a mail.' },
  'finding-dismissed': {
    ja: '所見を誤りとして外しました。',
    en: 'Took a finding out as mistaken.',
  },
  'finding-restored': { ja: '外した所見を戻しました。', en: 'Put a dismissed finding back.' },
}
