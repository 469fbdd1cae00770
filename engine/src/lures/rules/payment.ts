import type { Lure } from '../lure.ts'

/** Invoices and payments in general: half of all business mail, and half of all lures. */
export const payment: Lure = {
  id: 'payment',
  label: { ja: '請求や支払い', en: 'an invoice or a payment' },
  isEveryday: true,
  patterns: [
    {
      groups: [
        [
          'invoice{s|}',
          'remittance{s|}',
          '{wire|bank|telegraphic} transfer{s|}',
          'swift {copy|confirmation|message}',
          'overdue',
          'statement of account',
          'proof of payment',
          'payment {slip|advice|copy|confirmation|receipt|reminder|due}',
          'bank slip',
          'purchase order{s|}',
          'outstanding {balance|payment|amount}{s|}',
          '{make|process|release|settle} {the |a |this |your |}payment{s|}',
        ],
      ],
    },
    {
      groups: [
        ['請求書', '御請求', 'ご請求', '振込', '送金', '入金', '支払', 'インボイス', '注文書'],
      ],
    },
  ],
  examples: {
    hits: [
      '九月分の請求書を添付いたします。',
      'ご入金が確認できておりませんので、ご連絡いたしました。',
      '本日中に送金の手続きをお願いいたします。',
      'お支払い期日が過ぎております。',
      'Please find the invoice for September attached.',
      'Your account shows an outstanding balance of 4,200 euros.',
      'We enclose the swift copy of the transfer.',
      'This is a reminder that purchase order 4711 is overdue.',
    ],
    misses: [
      '打ち合わせの候補日をお知らせください。',
      '支店の開所式にご招待いたします。',
      '新製品のカタログをお届けします。',
      '請負契約の範囲について相談させてください。',
      'We paid close attention to the remarks of your engineer.',
      'The voice of the customer matters to us.',
      'Please order a taxi for two.',
      'The balance of the rotor was measured twice.',
    ],
  },
}
