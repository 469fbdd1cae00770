import type { Lure } from '../lure.ts'

/** Lists that prepare the next fraud: who owes what, who is paid what (BEC type 5). */
export const receivables: Lure = {
  id: 'receivables',
  label: {
    ja: '売掛金や取引先、従業員の一覧の要求',
    en: 'a request for lists of receivables, customers or employees',
  },
  isEveryday: false,
  patterns: [
    {
      within: 100,
      groups: [
        [
          '{aging|ageing} {report|list|summary}{s|}',
          'accounts receivable',
          'receivable{s|} {report|list|ledger}',
          'outstanding {invoices|balances|debtors}',
          '{customer|client|vendor|supplier|employee|staff|payroll} {list|register|records|contacts}{s|}',
          'list of {our |all |all our |}{customers|clients|vendors|suppliers|employees|staff|debtors}',
          'w 2{s|} {forms|form|copies|statements|}',
          'payroll {report|file|summary}',
          '{employees|staff} {details|salaries}',
        ],
        [
          'send {me|us|it|them|over}',
          '{email|forward|provide} {me|us|it|them}',
          '{i|we} {need|require|want|would like}',
          'can you {send|forward|provide|share|get|prepare}',
          'could you {send|forward|provide|share|prepare}',
          '{please|kindly} {send|forward|provide|prepare|share|compile|email}',
          'for {my|our} review',
        ],
      ],
    },
    {
      within: 50,
      groups: [
        [
          '売掛{金|}{の|}{残高|一覧|リスト|明細|台帳|年齢表}',
          '未{収|入}金{の|}{一覧|リスト|明細|残高}',
          '{取引先|顧客|仕入先|得意先}{の|}{一覧|リスト|名簿|台帳}',
          '{従業員|社員|職員}{の|}{名簿|一覧|リスト|個人情報}',
          '給与{の|}{台帳|一覧|リスト|明細一覧}',
          '源泉徴収票{の|}{一覧|写し|データ}',
          '債権{の|}{残高|一覧|リスト}',
          '未回収の{取引先|得意先|債権|売掛|請求}',
        ],
        [
          '送って',
          'お送り',
          '送付',
          '提出',
          '共有',
          'ご提供',
          'いただけ',
          'ください',
          '必要',
          '確認したい',
          '知りたい',
        ],
      ],
    },
  ],
  unless: [
    '最新版は{社内|共有フォルダ}',
    'is available on the intranet',
    'attached as requested',
    'ご依頼の',
  ],
  examples: {
    hits: [
      '未回収の取引先と担当者のアドレスを一覧にして送ってください。',
      '取引先の一覧を、連絡先も含めて本日中に送ってください。',
      '売掛金の残高と支払期日の分かる資料を至急ご提出ください。',
      '社員名簿と給与台帳のデータを私宛てに共有いただけますか。',
      '未収金の一覧を確認したいので、メールで送付をお願いします。',
      'Please send me the aging report with the contact of each customer.',
      'I need the W-2 forms of all employees for my review.',
      'Can you forward a list of our vendors and what we owe them?',
      'Kindly send us the accounts receivable statement as of today.',
    ],
    misses: [
      'ご依頼の取引先一覧を共有フォルダーに置きました。',
      '給与明細は社内の画面でご覧いただけます。',
      '顧客満足度の調査にご協力ください。',
      '名簿の印刷が終わりましたので、会場へお持ちします。',
      'The W-2 season begins in January.',
      'Accounts receivable is one floor up.',
      'The aging of the rubber seal was tested for a year.',
      'Our customers are listed on the front page of the brochure.',
    ],
  },
}
