import type { Lure } from '../lure.ts'

/** A second invoice replaces the first, a payment is to come sooner or to wait (2020Q1 §4.1, 2020Q2 §3.3). */
export const paymentCorrected: Lure = {
  id: 'payment-corrected',
  label: { ja: '請求書の訂正や支払時期の変更', en: 'a corrected invoice or another payment date' },
  isEveryday: true,
  patterns: [
    {
      within: 60,
      groups: [
        ['invoice{s|}', 'payment{s|}', 'remittance{s|}', '{wire|bank} transfer', 'pro{ |}forma'],
        [
          'revised',
          'correct{ed|ion|ions}',
          'amended',
          'typo{s|}',
          'typing error',
          'mistake*',
          'supersede*',
          '{ignore|discard|disregard} the {previous|former|earlier|first}',
          '{hold|withhold|stop|postpone|pause} {the|this|that|all|your|any}',
          'on hold',
          'earlier than',
          'ahead of {schedule|the due date}',
          'before the due date',
          '{bring|move} {it |}forward',
          'expedit*',
        ],
      ],
    },
    {
      within: 40,
      groups: [
        ['請求書', 'インボイス', '支払', '送金', '振込', '入金'],
        [
          '修正版',
          '訂正',
          '差{し|}替え',
          '誤記',
          '誤り',
          '入力ミス',
          '記載ミス',
          '保留',
          '止めて',
          '見合わせ',
          '前倒し',
          '繰り上げ',
          '早めて',
          '破棄',
          '再発行',
        ],
      ],
    },
  ],
  examples: {
    hits: [
      '先ほどの請求書に誤りがございましたので、修正版をお送りいたします。',
      '入力ミスのため、インボイスを差し替えさせてください。前回分は破棄をお願いします。',
      '経理のご担当者様へ、お支払いをいったん保留していただくようお伝えください。',
      '誠に勝手ながら、送金を今週中に前倒しでお願いできますでしょうか。',
      'Attached is the revised invoice; please ignore the previous one.',
      'Kindly hold the payment until we have confirmed where it should go.',
      'There was a typo in the invoice we sent yesterday.',
      'Could the payment be made ahead of schedule this month?',
    ],
    misses: [
      '請求書は月末に郵送いたします。お手元に届くまでお待ちください。',
      'お支払いは翌月末日までにお願いいたします。',
      '図面の訂正箇所を赤字で示しました。ご確認ください。',
      '会議を前倒しで始めます。十時にお集まりください。',
      'The invoice is attached. Payment is due in thirty days.',
      'I corrected the drawing and moved the valve to the left.',
      'We received the payment with thanks.',
      'Please hold the line while I look for the file.',
    ],
  },
}
