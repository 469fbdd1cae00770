import type { Lure } from '../lure.ts'

/** A salary is to go to another account; sent to those who run the payroll. */
export const payrollAccount: Lure = {
  id: 'payroll-account',
  label: { ja: '給与の振込口座の変更', en: 'another account for a salary' },
  isEveryday: false,
  patterns: [
    {
      within: 90,
      groups: [
        [
          'direct deposit',
          'payroll',
          'my {salary|pay|wages|paycheck|pay check}',
          'salary {account|payment}',
        ],
        [
          '{change|update|switch|replace|modify} {my|the|his|her|of}',
          'my new {bank|account}',
          'new {bank|bank account|account} {details|information}',
          'new bank',
          '{different|another|new} {account|bank}',
          'changed {my |}bank{s|}',
        ],
        ['account{s|}', 'bank{s|}', 'direct deposit', 'deposit'],
      ],
    },
    {
      within: 50,
      groups: [
        ['給与', '給料', '賞与'],
        ['振込先', '振込口座', '受取口座', '銀行口座', '口座'],
        ['変更したい', '変更を', '変えたい', '新しい', '変更して', '変更をお願い'],
      ],
    },
  ],
  unless: [
    '{change|update} form',
    'in the portal',
    '変更届を提出',
    '社内システムから',
    '人事システムで',
  ],
  examples: {
    hits: [
      '給与の振込先を来月分から新しい口座に変更したいのですが、手続きをお願いできますか。',
      '銀行を変えましたので、給料の受取口座の変更をお願いいたします。',
      '賞与から別の銀行口座へ入れていただきたく、口座の変更をお願いします。',
      '次の給与日までに、振込口座を新しいものに差し替えてください。',
      'I would like to change my direct deposit to a new account before the next pay date.',
      'Can you update the payroll record with my new bank information?',
      'I changed banks and want my salary paid to a different account.',
      'Please replace the bank for my pay check; the new account details follow.',
    ],
    misses: [
      '給与明細は今月から画面でご覧いただけます。',
      '振込口座を変える方は、変更届を提出してください。給与への反映は翌月です。',
      '賞与の支給日は十二月十日です。',
      '新しい受付の場所は一階です。',
      'The payroll system is down until noon.',
      'To update your bank account for payroll, use the change form in the portal.',
      'My salary statement has not arrived yet.',
      'We changed the bank holiday schedule.',
    ],
  },
}
