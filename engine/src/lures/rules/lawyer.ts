import type { Lure } from '../lure.ts'

/** An outside authority is named to still doubts (2020Q1 §4.2, 2020Q2 §3.5–3.6). */
export const lawyer: Lure = {
  id: 'lawyer',
  label: { ja: '弁護士や会計士', en: 'a lawyer or auditor' },
  isEveryday: true,
  patterns: [
    {
      groups: [
        [
          'attorney{s|}',
          'lawyer{s|}',
          'law {firm|firms|office|offices}',
          'solicitor{s|}',
          'barrister{s|}',
          '{legal|external|outside|general} counsel',
          'notary',
          'auditor{s|}',
          'audit firm',
          'chartered accountant{s|}',
        ],
      ],
    },
    { groups: [['弁護士', '法律事務所', '会計士', '監査法人', '司法書士', '顧問弁護']] },
  ],
  examples: {
    hits: [
      '当社の顧問弁護士から、本日ご連絡を差し上げます。',
      '外部の法律事務所と連携して手続きを進めてください。',
      '監査法人の依頼により、残高の確認をお願いいたします。',
      '公認会計士の田所と申します。決算の件でご連絡しました。',
      'Our attorney will call you this afternoon.',
      'Please work with the law firm named below.',
      'I write as external counsel of the buyer.',
      'The auditors ask for a confirmation of balances.',
    ],
    misses: [
      '法律の改正に伴い、様式が変わります。',
      '弁論大会の参加者を募集しています。',
      '会計システムの保守を日曜日に行います。',
      '監視カメラの点検にご協力ください。',
      'The law of large numbers applies here.',
      'The audit log is kept for a year.',
      'Legal notices are printed at the end of the manual.',
      'She gave an account of the journey.',
    ],
  },
}
