import type { Lure } from '../lure.ts'

/** A full mailbox, held messages, more storage behind a link (2017Q3 §3). */
export const mailboxQuota: Lure = {
  id: 'mailbox-quota',
  label: { ja: 'メールボックスや保存容量', en: 'a full mailbox or storage' },
  isEveryday: false,
  patterns: [
    {
      within: 70,
      groups: [
        [
          '{your |}mail{ |}box',
          '{your |}inbox',
          '{e|}mail {account|server|storage|quota}',
          'e mail {account|server|storage}',
          'webmail',
          '{cloud|icloud|onedrive|mail|your} storage',
        ],
        [
          'quota',
          '{is |almost |nearly |}full',
          'exceed*',
          '{storage|size|its} limit',
          'out of {space|storage}',
          'running {out|low}',
          '{increase|extend|upgrade|additional|more} {your |}{storage|space|quota}',
          'upgrade your mailbox',
          '{held|pending|undelivered|blocked|queued|quarantined} {incoming |}{messages|mails|emails|mail}',
          'stop {sending|receiving}',
          '{cannot|not|unable to} {send|receive} {new |}{mail|mails|messages|emails}',
        ],
      ],
    },
    {
      within: 70,
      groups: [
        ['{incoming|pending|undelivered|quarantined|held} {messages|emails|mails}'],
        [
          'release',
          'retrieve',
          'deliver them',
          'your mailbox',
          'mail server',
          'server {error|failure|delay}',
        ],
      ],
    },
    {
      within: 50,
      groups: [
        [
          'メールボックス',
          'メール容量',
          'メールサーバ',
          'ストレージ',
          '受信トレイ',
          '受信箱',
          '保存容量',
          'クラウド容量',
        ],
        [
          '容量{が|を|の|オーバー|制限}',
          '上限',
          '超過',
          '超えて',
          '不足',
          'いっぱい',
          '逼迫',
          'ひっ迫',
          '満杯',
          '受信できな',
          '送受信{が|でき}',
          '追加容量',
          '保留中',
          '未配信',
        ],
      ],
    },
  ],
  unless: ['new mailbox{es|} for', 'ストレージ機器', 'out of office'],
  examples: {
    hits: [
      'メールボックスの容量が上限に達したため、新着メールを受信できません。',
      'ご利用のストレージが不足しています。追加容量のお申し込みはこちらから。',
      'メールサーバに未配信のメッセージが保留中です。',
      '受信トレイがいっぱいです。本日中に設定を更新してください。',
      'Your mailbox is almost full. Upgrade now to keep receiving mail.',
      'You have exceeded the storage limit of your e-mail account.',
      'Three incoming messages are held on the mail server; release them to your mailbox.',
      'Your iCloud storage is full and your photos will be deleted.',
    ],
    misses: [
      '倉庫の保管容量について、来週ご相談したく存じます。',
      '会議室の定員が上限に達しましたので、受付を締め切りました。',
      'コップの容量は二百ミリリットルです。',
      '共有の受信箱は総務が毎朝確認しています。',
      'The inbox of the support team is read every morning.',
      'The disk quota of the build server was raised last week.',
      'The tank is full and can be closed.',
      'I am out of the office and will read my mail on Monday.',
    ],
  },
}
