import type { Bilingual } from 'contract/common'
import type { QueueReason } from './queue.queries.ts'

/** Why a row of the queue waits and what is to be done, one sentence each. */
export const QUEUE_SENTENCES: Readonly<Record<QueueReason, Bilingual>> = {
  'new-submission': {
    ja: '解析が終わりました。事案に入れるか、共有の対象外とするかを決めてください。',
    en: 'It has been analysed. Put it into a case, or set it aside.',
  },
  'analysis-failed': {
    ja: '解析が最後まで終わりませんでした。届いたファイルは保管されています。中身を確認してください。',
    en: 'The analysis did not finish. The files are kept as they came; please look at them.',
  },
  'question-open': {
    ja: '参加組織からの相談に、まだ回答していません。',
    en: 'A question from a member has no answer yet.',
  },
  'answer-came': {
    ja: '共有した情報への返信が届きました。',
    en: 'An answer to something shared has come in.',
  },
  'case-without-bulletin': {
    ja: 'この事案の共有情報がまだありません。',
    en: 'No bulletin has been made from this case yet.',
  },
  'bulletin-draft': {
    ja: '下書きのままです。質問に答えて検査へ進めてください。',
    en: 'Still a draft. Answer its questions and have it checked.',
  },
  'bulletin-sent-back': {
    ja: '提供元の返事を受けて下書きに戻りました。文面を直してください。',
    en: 'It went back to draft after a provider’s answer. Please revise the text.',
  },
  'bulletin-checked': {
    ja: '検査が済みました。提供元に承認を依頼してください。',
    en: 'The check found nothing. Ask the providers for approval.',
  },
  'bulletin-approved': {
    ja: '共有できる状態になりました。共有するかどうかを責任者が決めます。',
    en: 'It is ready. A lead decides on the release.',
  },
  'release-ordered': {
    ja: '共有を待っています。その時刻までは取り消せます。',
    en: 'Its release is ordered. Until that moment it can be cancelled.',
  },
  'release-stopped': {
    ja: '指示した共有は止まりました。理由を確かめて、共有するかどうかを決めてください。',
    en: 'The ordered release was stopped. See why, and decide again.',
  },
  'withdrawal-asked': {
    ja: '提供元が、共有の取り下げを求めています。取り下げるか、理由を添えて回答してください。',
    en: 'A provider asks that it be taken back. Withdraw it, or answer why it stays.',
  },
  'agreement-ending': {
    ja: '合意がまもなく終了します。更新の署名がまだないため、連絡担当に連絡を取ってください。',
    en: 'The agreement ends soon and nobody has signed again. Please get in touch with the contacts.',
  },
  'agreement-signed': {
    ja: '合意がまもなく終了します。更新の署名が届いているので、終了日までに確認してください。',
    en: 'The agreement ends soon. It is signed again; please accept the signature before the last day.',
  },
  'approval-waiting': {
    ja: '提供元の返事を待っています。',
    en: 'Waiting for a provider’s answer.',
  },
  'nobody-in-charge': {
    ja: '閲覧限定ですが、読める担当者がいません。担当する人が閲覧を申請してください。',
    en: 'It is restricted and nobody may read it. Whoever takes it on asks to be let in.',
  },
  'admission-asked': {
    ja: '閲覧限定の情報を読みたいと、ほかの担当者が申請しています。理由を確かめて答えてください。',
    en: 'A colleague asks to read what is restricted. Look at the reason and answer.',
  },
  'approval-overdue': {
    ja: '提供元の返事の期限を過ぎました。共有していません。連絡を取ってください。',
    en: 'A provider’s answer is overdue. Nothing was shared; please get in touch.',
  },
}
