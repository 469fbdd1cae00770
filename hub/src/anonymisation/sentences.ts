import type { Bilingual } from 'contract/common'

/** What each line of the audit log about a bulletin says to the hub's people. */
export const bulletinSentences: Readonly<Record<string, Bilingual>> = {
  'bulletin-drafted': { ja: '下書きを作りました', en: 'Drafted' },
  'bulletin-correction-drafted': { ja: '訂正の下書きを作りました', en: 'Drafted a correction' },
  'bulletin-edited': { ja: '文面を変えました', en: 'Changed the text' },
  'bulletin-question-decided': { ja: '質問に答えました', en: 'Answered a question' },
  'bulletin-leak-check': { ja: '送り出す形を検査しました', en: 'Checked the outgoing forms' },
  'weak-trace-confirmed': {
    ja: '呼び名と同じ言葉を確かめました',
    en: 'Confirmed an ordinary word',
  },
  'bulletin-draft': { ja: '下書きに戻しました', en: 'Returned it to draft' },
  'bulletin-checked': { ja: '検査を終えました', en: 'The check found nothing' },
  'bulletin-waiting': { ja: '提供元に承認を求めました', en: 'Asked the providers for approval' },
  'bulletin-lane-technical': {
    ja: '技術情報だけのため、提供元の承認なしで進めました',
    en: 'Let it go on without the providers’ approval: technical information alone',
  },
  'bulletin-approved': { ja: '共有できるようになりました', en: 'Ready to be shared' },
  'bulletin-releasing': { ja: '共有を指示しました', en: 'Ordered its release' },
  'bulletin-release-cancelled': { ja: '共有を取り消しました', en: 'Cancelled the release' },
  'bulletin-release-stopped': { ja: '共有を止めました', en: 'The release was stopped' },
  'bulletin-released': { ja: '共有しました', en: 'Released it' },
  'bulletin-corrected': { ja: '新しい版に訂正しました', en: 'Replaced it by a newer version' },
  'bulletin-withdrawn': { ja: '取り下げました', en: 'Withdrew it' },
  'approval-approved': { ja: '提供元が承認しました', en: 'The provider approved' },
  'approval-changes-asked': {
    ja: '提供元が修正を求めました',
    en: 'The provider asked for changes',
  },
  'approval-refused': { ja: '提供元が承認しませんでした', en: 'The provider refused' },
  'approval-withdrawn': {
    ja: '提供元が承認を取り消しました',
    en: 'The provider took its approval back',
  },
  'approval-reminded': {
    ja: '提供元に期限を知らせました',
    en: 'Reminded the provider of the due date',
  },
}
