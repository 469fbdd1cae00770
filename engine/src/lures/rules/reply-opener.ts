import type { Lure } from '../lure.ts'

/** Nothing but a wish to be answered; the matter comes after the first reply (2020Q2 §3.5). */
export const replyOpener: Lure = {
  id: 'reply-opener',
  label: { ja: '用件を書かずに返信を求める言葉', en: 'a wish for an answer without a matter' },
  isEveryday: false,
  patterns: [
    {
      groups: [
        [
          'are you {available|free|at your desk|in the office|around|there|busy}',
          'do you have a {moment|minute|second|few minutes}',
          'have a {moment|minute} to',
          'if you have a moment',
          'can you help me out',
          'i need {a favor|a favour|your help|your assistance|your urgent assistance}',
          'let me know {if|when|once} you {are|re} {available|free|at your desk|around}',
          'let me know {soonest|as soon as}',
          'get back to me {asap|as soon|when|once|immediately}',
          'reply {for|me for} {more |further |}{detail|details|information}',
          'reply to this {email|mail|message} {as soon|asap|immediately|if}',
          'email me {back |}as soon as',
          'hope to count on your',
          'are you in receipt',
        ],
      ],
    },
    {
      groups: [
        [
          '手が空い',
          '{お|}手{すき|隙}',
          '今{、|}{少し|少々|}{お|}時間{ありますか|は|よろしい|いただけ}',
          '{席|自席|オフィス|会社|事務所}に{いますか|いらっしゃいますか|おられますか}',
          '在席していますか',
          'ご在席ですか',
          '{重要|大切|急ぎ|急}{な|の}用件が',
          'お願いしたいことが{ある|あり}',
          '頼みたいことが{ある|あり}',
          '{この|本}メールに{返信|ご返信}{して|ください|下さい|お願い|願い|を}',
          '確認{でき|出来}次第{、|}{返信|ご返信|連絡}',
          '至急{、|}{返信|ご返信|ご連絡}',
        ],
      ],
    },
  ],
  unless: [
    "{don't|do not|please do not} reply",
    'no reply',
    '返信{いただいても|されても|は受け付け|なさらない|しないで}',
    '配信専用',
    '送信専用',
    'for a {call|meeting} on',
  ],
  examples: {
    hits: [
      'お疲れ様です。今、手が空いていますか。',
      '少しお願いしたいことがあります。ご連絡ください。',
      'いま自席にいらっしゃいますか。',
      '重要な用件がありますので、至急ご返信ください。',
      'Are you available?',
      'Let me know when you are free, I need your help with something.',
      'Do you have a moment? I need a favour.',
      'Reply for more details.',
    ],
    misses: [
      'このメールに返信いただいてもお答えできません。送信専用のアドレスです。',
      'このメールに返信すると、主催者に届きます。',
      '空いている会議室をお知らせします。',
      '手順書の空欄を埋めてください。',
      '席は自由です。お好きなところへどうぞ。',
      'This mailbox is not read; please do not reply to this message as soon as you get it.',
      'The report is available on the intranet.',
      'Feel free to use the meeting room.',
      'We are available on weekdays from nine to five.',
    ],
  },
}
