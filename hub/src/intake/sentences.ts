import type { Bilingual } from 'contract/common'

/** What the history of a submission says about each act of this step, by action of the audit log. */
export const intakeSentences: Readonly<Record<string, Bilingual>> = {
  'submission-handed-in': { ja: '情報提供を受け付けました。', en: 'The submission was received.' },
  'file-added': { ja: 'ファイルが追加されました。', en: 'A file was added.' },
  'wishes-changed': {
    ja: '提供元が取扱いの希望を変更しました。',
    en: 'The provider changed how this may be handled.',
  },
  'dates-revised': { ja: '日付が更新されました。', en: 'The dates were revised.' },
  'count-corrected': {
    ja: '情報提供件数が訂正されました。',
    en: 'The number of items was corrected.',
  },
  'submission-received': {
    ja: '追加のファイルを読み取るため、受付済みに戻しました。',
    en: 'It went back to received so that the added file is read.',
  },
}
