import type { Lure } from '../lure.ts'

/** A position, a side job, a scout: the curriculum or the contract is the trap. */
export const jobOffer: Lure = {
  id: 'job-offer',
  label: { ja: '求人や転職の誘い', en: 'a job offer' },
  isEveryday: true,
  patterns: [
    {
      within: 150,
      groups: [
        [
          'job {offer|opportunity|opening|vacancy|position}{s|}',
          'career opportunit*',
          'vacanc{y|ies}',
          '{open|new|senior|this} {position|role}{s|}',
          '{remote|part time|online} {job|work|position}{s|}',
          'work from home',
        ],
        [
          'your {resume|cv|profile|experience|background}',
          'salary',
          'apply',
          'hiring',
          'earn*',
          'per {week|day|month|hour}',
          'interview',
          'recruit*',
          'job description',
        ],
      ],
    },
    {
      within: 80,
      groups: [
        [
          '求人',
          '転職',
          'スカウト',
          'ヘッドハンティング',
          '副業',
          '在宅ワーク',
          'アルバイト',
          'ポジション',
          '採用担当',
          '好条件',
        ],
        [
          'ご経歴',
          'ご経験',
          '年収',
          '応募',
          '面談',
          '面接',
          '履歴書',
          '高収入',
          '報酬',
          '日給',
          '時給',
          'オファー',
          'ご紹介',
        ],
      ],
    },
  ],
  examples: {
    hits: [
      'ご経歴を拝見し、年収一千万円のポジションをご紹介したくご連絡しました。',
      '在宅ワークで高収入を得ませんか。日給は三万円です。',
      '転職をお考えでしたら、添付の求人票に応募してください。',
      'スカウトのご連絡です。面談の日程をお知らせください。',
      'Your profile fits an open position with a high salary.',
      'Earn 300 dollars per day with a part-time job from home.',
      'The job description is attached; we would like an interview for this role.',
      'A career opportunity abroad: send your CV today.',
    ],
    misses: [
      '採用した部品の一覧を添付します。',
      '職場見学の受け入れをお願いいたします。',
      '経歴書の書式を新しくしました。',
      '求めに応じて図面を提出しました。',
      'The nightly job failed again.',
      'The position of the valve is shown in figure 2.',
      'Good job on the release.',
      'Apply the patch and restart.',
    ],
  },
}
