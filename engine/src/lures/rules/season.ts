import type { Lure } from '../lure.ts'

/** What everybody speaks of at that time: a pandemic, a bonus, the tax adjustment (2020Q1 §3.3). */
export const season: Lure = {
  id: 'season',
  label: { ja: '感染症や季節の話題', en: 'an epidemic or a subject of the season' },
  isEveryday: true,
  patterns: [
    {
      groups: [
        [
          'covid*',
          'coronavirus',
          'lockdown*',
          'pandemic',
          '{face|surgical} mask{s|}',
          'vaccin*',
          'year end {bonus|tax adjustment|adjustment}',
          'bonus {payment|payout|statement|notice|list}',
          'annual {health check|health checkup|check up|medical}',
          'medical check up',
        ],
      ],
    },
    {
      groups: [
        [
          '新型コロナ',
          '新型肺炎',
          '給付金{の|を}',
          'コロナウイルス',
          '緊急事態宣言',
          'ロックダウン',
          '賞与{の|支給|明細|に|について|支払}',
          'ボーナス{の|支給|明細}',
          '年末調整',
          '健康診断',
          'マスク{の|を|配布|供給}',
          'ワクチン{の|接種|を}',
          '源泉徴収票',
        ],
      ],
    },
  ],
  examples: {
    hits: [
      '新型肺炎の感染予防について、保健所からの通知を添付します。',
      '事業者向け給付金の申請をご案内します。',
      '新型コロナウイルスの影響で、業務に支障が出ております。',
      '冬の賞与について、添付の文書をご確認ください。',
      '年末調整の書類を提出してください。',
      '健康診断の結果をお知らせします。ワクチン接種の案内もご覧ください。',
      'I hope you and your family stay safe during the pandemic.',
      'Because of the lockdown our bank is closed.',
      'Your year-end bonus statement is ready.',
      'The vaccination schedule for employees is attached.',
    ],
    misses: [
      '賞をいただき、ありがとうございました。',
      '仮面舞踏会の会場をご案内いたします。',
      '王冠の形をした栓を製造しています。',
      '装置の診断を行います。電源を切らないでください。',
      'The corona of the sun was visible.',
      'The photo mask has a defect in the lower corner.',
      'A bonus track is included on the record.',
      'Check up on the server once a week.',
    ],
  },
}
