import type { Lure } from '../lure.ts'

/** Somebody above wants something done quickly and quietly: gift cards, a transfer, a chat elsewhere. */
export const executiveTask: Lure = {
  id: 'executive-task',
  label: { ja: '上役からの急ぎの頼みごと', en: 'a hurried request from above' },
  isEveryday: false,
  patterns: [
    {
      within: 200,
      groups: [
        ['{gift|itunes|google play|steam|apple|amazon} card{s|}', 'gift voucher{s|}'],
        [
          'surprise',
          '{the|some|our} {staff|employees|clients|team}',
          'purchase',
          'buy',
          'get me',
          'scratch*',
          'the codes',
          'reimburse*',
          'on my behalf',
        ],
      ],
    },
    {
      groups: [
        [
          '{quick|urgent|small|discreet|confidential} {task|errand|assignment}',
          'quick {favor|favour}',
          'run a {task|errand} for me',
          'handle {a|an|this} {task|transaction|payment|transfer|wire|errand}',
          'process {a|an} {wire|bank transfer|same day payment|outgoing payment}',
          '{cannot|can not|cant|can\u2019t} {talk|take calls|take a call|speak on the phone}',
          'send me your {cell|mobile|whatsapp|personal|phone|cell phone} {number|phone number}',
          'drop {me |}your {cell|mobile|whatsapp|phone} number',
        ],
      ],
    },
    {
      within: 60,
      groups: [
        ['in a meeting', 'in a conference', 'boarding', 'in meetings'],
        [
          'urgent*',
          'asap',
          'right away',
          'quickly',
          'discreet*',
          'transfer',
          'only by email',
          'no calls',
        ],
      ],
    },
    {
      within: 80,
      groups: [
        ['ギフトカード', 'プリペイドカード', '電子マネー', 'ギフト券'],
        ['購入して', '買って', '購入をお願い', 'コードを', '番号を', '裏面', '写真を', '立て替え'],
      ],
    },
    {
      within: 60,
      groups: [
        ['会議中', '会議に出', '手が離せ', '電話に出られ', '通話できな', '移動中', '出張中'],
        [
          '至急',
          '急ぎ',
          '送金',
          '振込',
          '電話は{控え|しない|避け|ご遠慮}',
          '内密',
          '対応してほしい',
          'メールのみ',
          'メールで返信',
          'LINE',
        ],
      ],
    },
    {
      groups: [
        [
          'LINE{の|}{グループ|グループチャット|トークグループ}を{作|新規|新しく}',
          '海外送金をお願いでき',
          'LINEの{ID|QRコード|グループ}を{教え|送|作}',
          '内密に{対応|処理|お願い|進め|送金}',
          '極秘{で|に}{対応|処理|送金|進め}',
          '急ぎの{送金|振込|依頼}',
          '至急{、|}{送金|振込|振り込}',
        ],
      ],
    },
  ],
  unless: [
    'shop now',
    'our store',
    'redeem',
    'free shipping',
    'add to cart',
    'ポイント還元',
    'キャンペーン',
  ],
  examples: {
    hits: [
      '至急対応してほしい案件があります。会議に出ているので電話は控えてください。',
      '新しい業務のため、LINEのグループチャットを作成していただけますか。',
      '本日中に海外送金をお願いできますか。詳細は折り返しお知らせします。',
      '会議中で電話に出られません。至急お願いしたい送金があります。',
      '取引先への贈り物として、ギフトカードを三枚購入して、裏面の番号を送ってください。',
      '業務の都合でLINEグループを作成し、QRコードをこのアドレスへ返信してください。',
      '本件は内密に処理してください。急ぎの振込が一件あります。',
      'I need you to run a task for me. I am in a meeting and cannot take calls.',
      'Please get me five gift cards for the staff; it is a surprise.',
      'Send me your cell number, I have a quick task for you.',
      'Can you process a wire today? I am boarding now, so only by email.',
    ],
    misses: [
      '会議に出席される方は、資料を事前にご確認ください。',
      'LINEの公式アカウントを開設しました。',
      '会議中のため折り返しご連絡いたします。少々お待ちください。',
      'ギフトカードのキャンペーンを実施中です。コードをレジでご提示ください。',
      '本日は出張中のため、不在にしております。明日戻ります。',
      '社内便で資料をお送りします。急ぎではありません。',
      'Our gift cards make a fine surprise. Shop now and get free shipping.',
      'She is in a meeting until three; may I take a message?',
      'The scheduler runs this task every night at two.',
      'Add your phone number to the list at reception.',
    ],
  },
}
