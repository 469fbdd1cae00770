import type { Bilingual } from 'contract/common'

/** What histories say about each act of this step, by action of the audit log. */
export const caseworkSentences: Readonly<Record<string, Bilingual>> = {
  'case-opened': { ja: '事案を開きました。', en: 'Opened the case.' },
  'case-added': { ja: '情報提供を加えました。', en: 'Added submissions.' },
  'case-folded': {
    ja: '同じメールの波の情報提供をまとめました。',
    en: 'Folded in submissions of the same wave of mail.',
  },
  'case-split': { ja: '情報提供を別の事案に分けました。', en: 'Split submissions off.' },
  'case-merged': { ja: '事案を統合しました。', en: 'Merged cases.' },
  'case-classified': { ja: '分類を決めました。', en: 'Decided the classification.' },
  'case-moved': { ja: '事案の状態を変えました。', en: 'Changed the state of the case.' },
  'case-renamed': { ja: '事案の名前を変えました。', en: 'Renamed the case.' },
  'case-change-undone': { ja: '変更を元に戻しました。', en: 'Undid a change.' },
  'case-assigned': { ja: '担当を変えました。', en: 'Changed who is in charge.' },
  'submission-in-case': { ja: '事案に入れました。', en: 'Put into a case.' },
  'submission-out-of-case': { ja: '事案から外しました。', en: 'Taken out of the case.' },
  'submission-set-aside': { ja: '共有の対象外としました。', en: 'Set aside.' },
  'submission-restricted': { ja: '閲覧を限りました。', en: 'Restricted to those in charge.' },
  'restriction-lifted': { ja: '閲覧限定を解除しました。', en: 'The restriction was lifted.' },
  'admission-asked': { ja: '閲覧を申請しました。', en: 'Asked to read it.' },
  'admission-allowed': {
    ja: '申請した人に閲覧を許可しました。',
    en: 'Let in whoever had asked to read it.',
  },
  'admission-declined': { ja: '閲覧を許可しませんでした。', en: 'Let nobody in.' },
  'submission-consultation': { ja: '相談に回答しました。', en: 'Answered the consultation.' },
  'submission-reopened': { ja: '検討に戻しました。', en: 'Opened again.' },
  'submission-assigned': { ja: '担当を変えました。', en: 'Changed who is in charge.' },
}
