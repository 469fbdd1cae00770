import type { Lure } from '../lure.ts'

/** The personnel department asks to look at an application for leave (2022Q4 §3.1). */
export const leaveApplication: Lure = {
  id: 'leave-application',
  label: {
    ja: '休暇申請や人事の通知',
    en: 'an application for leave or a notice of the personnel department',
  },
  isEveryday: true,
  patterns: [
    {
      within: 120,
      groups: [
        [
          'leave {request|application|approval|balance|policy|status}{s|}',
          'vacation {request|approval|schedule|policy}{s|}',
          'time off request{s|}',
          '{annual|paid|sick} leave',
          'employee {handbook|benefits|appraisal|evaluation}',
          '{performance|salary} {review|appraisal|increase|adjustment}',
        ],
        [
          'approv*',
          'submitted',
          'review',
          'status',
          'updated',
          'rejected',
          'pending',
          'sign in',
          'acknowledge*',
          'hr {department|system|portal|team}',
          'human resources',
          'click',
          'view',
        ],
      ],
    },
    {
      within: 60,
      groups: [
        [
          '休暇申請',
          '休暇届',
          '有給申請',
          '有給休暇',
          '休暇{取得|管理|承認|の申請}',
          '勤怠申請',
          '人事{評価|考課|通知|部門からの}',
          '給与改定',
          '昇給',
        ],
        [
          '確認',
          '承認',
          '却下',
          '差し戻',
          '更新',
          'ログイン',
          'リンク',
          '期限',
          'クリック',
          '通知',
          'ご覧',
        ],
      ],
    },
  ],
  examples: {
    hits: [
      '休暇申請の承認状況が更新されました。下記のリンクからご確認ください。',
      '有給休暇の取得について、人事部からの通知をご確認ください。',
      '人事評価の結果を掲載しました。ログインしてご覧ください。',
      '給与改定のお知らせです。期限までに内容をご確認ください。',
      'Your leave request was updated. Review it in the HR portal.',
      'The annual leave policy changed; sign in and acknowledge it.',
      'Human Resources: your vacation request is pending approval.',
      'The salary review list is ready to view.',
    ],
    misses: [
      '来週は休暇をいただきますので、急ぎの件は山口へお願いします。',
      '夏季休業の日程を掲示しました。',
      '人事異動のごあいさつを申し上げます。',
      '休憩室の使い方についてお知らせします。',
      'Please leave the request at the front desk.',
      'I will be on vacation next week.',
      'The maple leaves turned red early this year.',
      'We leave for the airport at six; please confirm.',
    ],
  },
}
